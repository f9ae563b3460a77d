/** How far a clock may run ahead before we stop believing it, in milliseconds. */
export const AHEAD = 5 * 60_000;

/** When this device first saw posts that are dated in the future, by their IRI; milliseconds since 1970. */
export type FirstSeen = Readonly<Record<string, number>>;

/** Whether a post carries a date that cannot be true yet. */
export const isAhead = (published: Date, now: number): boolean => published.getTime() > now + AHEAD;

/**
 * When a post stands in the list. Its own date, except that one from the future stands where we first saw
 * it, and stays there: it neither sits on top for years nor jumps up again when its date comes.
 */
export function standsAt(post: string, published: Date, seen: FirstSeen): Date {
  const first = seen[post];
  return first === undefined || first > published.getTime() ? published : new Date(first);
}
