const DAY = 24 * 3_600_000;
const WEEK = 7 * DAY;

/**
 * How lively somebody is, from when they posted (milliseconds since 1970): each post of the last seven days counts
 * half as much for each day that has passed. A time in the future counts as now, so claiming one wins little.
 */
export function liveliness(times: readonly number[], now: number): number {
  return times
    .map((at) => Math.max(0, now - at))
    .filter((age) => age < WEEK)
    .reduce((sum, age) => sum + 2 ** (-age / DAY), 0);
}

/** The liveliest first; who is equally silent, the one who wrote last. `times` as above. */
export function byLiveliness<T extends { readonly times: readonly number[] }>(
  people: readonly T[],
  now: number
): T[] {
  const last = (one: T) => one.times.reduce((newest, at) => Math.max(newest, Math.min(at, now)), -Infinity);
  return people
    .map((one) => ({ one, lively: liveliness(one.times, now), last: last(one) }))
    .sort((a, b) => b.lively - a.lively || (b.last > a.last ? 1 : b.last < a.last ? -1 : 0))
    .map(({ one }) => one);
}
