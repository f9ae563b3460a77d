import type { Placed } from './feed.question.ts';

/** A moment of looking at Home: the newest post that was seen then stood at `newest`. Both ms since 1970. */
export interface Moment {
  readonly newest: number;
  readonly at: number;
}

/** What this device remembers of looking at Home: the last moment, and the one the line is drawn for. */
export interface Looked extends Moment {
  readonly since?: Moment;
}

/** Whoever is away for less (ms) was not away: the line stays where it was. */
export const AWAY = 5 * 60_000;

/** Somebody looks, at `now`. After being away, what was seen before is old and everything since is new. */
export function cameBack(before: Looked | undefined, now: number): Looked | undefined {
  if (!before || now - before.at < AWAY) return before;
  const { newest, at } = before;
  return { newest, at: now, since: { newest, at } };
}

/** They are still looking, and have seen posts up to `newest`. */
export function stillLooking(before: Looked | undefined, newest: number, now: number): Looked {
  return { ...before, newest: Math.max(before?.newest ?? newest, newest), at: now };
}

/** How many posts stand above the line; 0 where there is none: nothing of others is new, or nothing is old. */
export function newOnTop(posts: readonly Placed[], since: Moment | undefined, me: string): number {
  if (!since) return 0;
  const count = posts.findIndex(({ at }) => at.getTime() <= since.newest);
  return count > 0 && posts.slice(0, count).some(({ post }) => post.author !== me) ? count : 0;
}
