import { returnPath } from '#lib/solid/return-path.ts';

/** Where to go on after signing in or setting up: a path of our own, never another origin; `otherwise` when not asked. */
export function nextPath(asked: string | null, otherwise = '/home'): string {
  const path = returnPath(asked, 'http://own.invalid');
  return path === '/' ? otherwise : path;
}
