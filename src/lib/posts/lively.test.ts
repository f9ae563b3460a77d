import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byLiveliness, liveliness } from './lively.rules.ts';

const NOW = Date.UTC(2026, 10, 21);
const HOUR = 3_600_000;
const ago = (hours: number) => NOW - hours * HOUR;
const times = fc.array(fc.integer({ min: ago(24 * 30), max: NOW + 24 * HOUR }), { maxLength: 20 });

describe('how lively somebody is', () => {
  it('grows with every post and falls with every day', () => {
    fc.assert(
      fc.property(times, fc.integer({ min: ago(24 * 6), max: NOW }), (some, more) => {
        expect(liveliness([...some, more], NOW)).toBeGreaterThan(liveliness(some, NOW));
        expect(liveliness(some, NOW + 48 * HOUR)).toBeLessThanOrEqual(liveliness(some, NOW));
      })
    );
  });

  it('is a matter of days: a post today is worth two of yesterday, and one of last month nothing', () => {
    expect(liveliness([ago(0)], NOW)).toBe(1);
    expect(liveliness([ago(24), ago(24)], NOW)).toBe(1);
    expect(liveliness([ago(24 * 30)], NOW)).toBe(0);
  });

  it('gains nothing from times in the future', () => {
    expect(liveliness([NOW + 1000 * HOUR], NOW)).toBe(liveliness([NOW], NOW));
  });

  it('orders people: the liveliest, then who wrote last, then who never did', () => {
    const people = [
      { name: 'never', times: [] },
      { name: 'last year', times: [ago(24 * 400)] },
      { name: 'last month', times: [ago(24 * 30)] },
      { name: 'often', times: [ago(1), ago(2), ago(30)] },
      { name: 'once', times: [ago(1)] }
    ];
    const order = ['often', 'once', 'last month', 'last year', 'never'];
    expect(byLiveliness(people, NOW).map(({ name }) => name)).toEqual(order);
    expect(byLiveliness([...people].reverse(), NOW).map(({ name }) => name)).toEqual(order);
  });
});
