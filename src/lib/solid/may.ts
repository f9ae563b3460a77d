import type { Access, Mode } from './pod.ts';

/** Whether a rule lets a person (undefined: nobody signed in) do this. Write includes append (WAC 4.2.2). */
export function mayDo(access: Access, who: string | undefined, mode: Mode): boolean {
  if (who !== undefined && access.owner.includes(who)) return true;
  const modes = new Set<Mode>(access.everyone);
  if (who !== undefined)
    for (const one of [...access.signedIn, ...(access.people[who] ?? [])]) modes.add(one);
  return modes.has(mode) || (mode === 'append' && modes.has('write'));
}
