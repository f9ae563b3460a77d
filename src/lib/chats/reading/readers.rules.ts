import type { Message } from '../message.ts';

/**
 * Message -> who has read up to it and no further, of those who show it. Nobody stands under words of their own: that
 * they know them says nothing. `list` is oldest first.
 */
export function readersOf(
  list: readonly Message[],
  until: ReadonlyMap<string, Date>
): ReadonlyMap<string, readonly string[]> {
  const under = new Map<string, string[]>();
  for (const [person, time] of until) {
    const newest = list.findLast(({ at, maker }) => at <= time || maker === person);
    if (newest && newest.maker !== person) under.set(newest.id, [...(under.get(newest.id) ?? []), person]);
  }
  return under;
}
