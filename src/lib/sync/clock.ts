/** Time and chance as this room sees them; tests put a clock of their own in its place. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs once after so many milliseconds; answers the way to call it off. */
  after(milliseconds: number, run: () => void): () => void;
  /** Between 0 and 1, for spreading tries in time. */
  chance(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, run) {
    // Beyond 2^31 ms a timer fires at once (HTML, timers); whoever asked looks again and asks again.
    const timer = setTimeout(run, Math.min(milliseconds, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  },
  chance: () => Math.random()
};
