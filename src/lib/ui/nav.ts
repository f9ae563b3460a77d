import type { IconName } from './icons.ts';

export type NavItem = {
  href: string;
  label: string;
  icon: IconName;
  /** How many people wait there; nothing else deserves a badge. `badgeLabel` says it in words. */
  badge?: number;
  badgeLabel?: string;
};

/** Is this item the place `path` is in? `/settings/devices` is in `/settings`; `/` is only itself. */
export function isHere(href: string, path: string): boolean {
  const base = href.replace(/[?#].*$/, '').replace(/\/+$/, '');
  const here = path.replace(/\/+$/, '');
  return here === base || (base !== '' && here.startsWith(`${base}/`));
}
