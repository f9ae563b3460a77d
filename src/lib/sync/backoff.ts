import type { Clock } from './clock.ts';

const FIRST = 1_000;
/** Milliseconds; no entry ever waits longer for its next try. */
export const LONGEST = 5 * 60_000;

/**
 * Milliseconds to wait after so many failed tries (1 = the first failed): doubling from one second to five minutes,
 * less up to half by chance, so that many devices do not come back to a server in the same moment.
 */
export function backoff(tries: number, clock: Clock): number {
  const whole = Math.min(LONGEST, FIRST * 2 ** Math.min(tries - 1, 20));
  return whole * (1 - clock.chance() / 2);
}
