import type { Clock } from './clock.ts';

/** A clock for tests: stands still until it is moved. */
export interface FakeClock extends Clock {
  /** Moves on by so many milliseconds and runs what was due, in order. */
  advance(milliseconds: number): void;
  /** When the next thing is due, milliseconds since 1970. */
  readonly next: number | undefined;
}

export function fakeClock(start = Date.UTC(2026, 10, 21)): FakeClock {
  let now = start;
  const due = new Set<{ readonly at: number; readonly run: () => void }>();
  const first = () => [...due].sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    after(milliseconds, run) {
      const one = { at: now + milliseconds, run };
      due.add(one);
      return () => due.delete(one);
    },
    chance: () => 0.5,
    advance(milliseconds) {
      const end = now + milliseconds;
      for (let one = first(); one && one.at <= end; one = first()) {
        due.delete(one);
        now = Math.max(now, one.at);
        one.run();
      }
      now = end;
    },
    get next() {
      return first()?.at;
    }
  };
}
