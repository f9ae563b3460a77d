import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Heights } from './heights.ts';

const keysOf = (count: number) => Array.from({ length: count }, (_, index) => `k${index}`);
const some = fc.array(fc.double({ min: 1, max: 2000, noNaN: true }), { minLength: 1, maxLength: 60 });

describe('heights', () => {
  it('adds up what was measured, and guesses the rest', () => {
    const heights = new Heights(100);
    heights.keys = ['a', 'b', 'c'];
    expect(heights.total).toBe(300);
    expect(heights.measure([['b', 40]])).toBe(true);
    expect([heights.top(0), heights.top(1), heights.top(2), heights.total]).toEqual([0, 100, 140, 240]);
    expect(heights.measure([['b', 40.001]])).toBe(false);
  });

  it('keeps a height with its row, wherever the row goes', () => {
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (measured, numbers) => {
        const keys = keysOf(measured.length);
        const heights = new Heights();
        heights.keys = keys;
        heights.measure(keys.map((key, index) => [key, measured[index]!] as const));
        const others = keys.map((key) => ({ key, at: numbers.next().value })).sort((a, b) => a.at - b.at);
        heights.keys = others.map(({ key }) => key);
        others.forEach(({ key }, index) => {
          const height = heights.top(index + 1) - heights.top(index);
          expect(height).toBeCloseTo(measured[keys.indexOf(key)]!, 6);
          expect(heights.indexOf(key)).toBe(index);
        });
      })
    );
  });

  it('finds the row at a height, at both ends too', () => {
    fc.assert(
      fc.property(some, fc.double({ min: 0, max: 1, noNaN: true }), (measured, share) => {
        const keys = keysOf(measured.length);
        const heights = new Heights();
        heights.keys = keys;
        heights.measure(keys.map((key, index) => [key, measured[index]!] as const));
        const y = heights.total * share;
        const index = heights.at(y);
        expect(heights.top(index)).toBeLessThanOrEqual(y);
        if (index < keys.length - 1) expect(heights.top(index + 1)).toBeGreaterThan(y);
        expect(heights.at(-5)).toBe(0);
        expect(heights.at(heights.total + 5)).toBe(keys.length - 1);
      })
    );
    expect(new Heights().at(0)).toBe(-1);
  });

  it('guesses from the first rows, once', () => {
    const heights = new Heights(100);
    heights.keys = keysOf(10);
    heights.measure(keysOf(8).map((key) => [key, 50] as const));
    expect(heights.total).toBe(500);
    heights.measure([['k8', 500]]);
    expect(heights.total).toBe(950);
    heights.forget();
    expect(heights.total).toBe(500);
  });
});
