import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ServerClock } from './server-clock.ts';

const NOON = Date.UTC(2026, 10, 21, 12);
const clock = (skew?: number) => new ServerClock(async () => undefined, skew);
/** An answer whose head was written at this time of the server's. */
const dated = (at: number) => new Response(null, { headers: { date: new Date(at).toUTCString() } });

beforeEach(() => void vi.useFakeTimers({ now: NOON }));
afterEach(() => void vi.useRealTimers());

/** A question and its answer; `ahead`: of this device, `there` and `back`: how long they travel, ms. */
function exchange(own: ServerClock, ahead: number, there = 20, back = 20): void {
  const asked = Date.now();
  const at = asked + there - ahead;
  vi.setSystemTime(asked + there + back);
  own.hear(dated(at), asked);
}

describe('the server’s clock', () => {
  it.each([300_000, -300_000])('is known after one answer on a device %i ms off', (ahead) => {
    const own = clock();
    exchange(own, ahead);
    expect(Math.abs(own.now() - (Date.now() - ahead))).toBeLessThanOrEqual(1_000);
  });

  it('is not moved by answers that are slow, however they travel', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -600_000, max: 600_000 }),
        fc.array(fc.tuple(fc.nat(30_000), fc.nat(30_000)), { minLength: 1, maxLength: 8 }),
        (ahead, travels) => {
          vi.setSystemTime(NOON);
          const own = clock(ahead);
          for (const [there, back] of travels) exchange(own, ahead, there, back);
          // The first answer may be off by what it cannot know; none makes a right clock wrong.
          expect(Math.abs(own.skew - ahead)).toBeLessThan(5_000);
        }
      )
    );
  });

  it('hears that this device was set right again', () => {
    const own = clock(300_000);
    exchange(own, 0);
    expect(own.skew).toBe(0);
  });

  it('learns nothing from an answer without a date, nor while this device’s clock was set back', () => {
    const own = clock(300_000);
    own.hear(new Response(null), Date.now());
    own.hear(dated(NOON), NOON + 600_000);
    expect(own.skew).toBe(300_000);
  });
});
