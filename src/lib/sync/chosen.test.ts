import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosen, MOST, MOST_AT_ONE } from './chosen.ts';

const url = fc
  .tuple(fc.nat({ max: 4 }), fc.nat({ max: 30 }))
  .map(([server, n]) => `https://s${server}.example/${n}`);
const lists = fc.array(fc.array(url, { maxLength: 40 }), { maxLength: 4 });

describe('which documents get a channel', () => {
  it('never too many, and nobody twice', () => {
    fc.assert(
      fc.property(lists, (wanted) => {
        const taken = chosen(wanted);
        expect(taken.length).toBeLessThanOrEqual(MOST);
        expect(new Set(taken).size).toBe(taken.length);
        for (const origin of new Set(taken.map((one) => new URL(one).origin)))
          expect(taken.filter((one) => one.startsWith(origin)).length).toBeLessThanOrEqual(MOST_AT_ONE);
      })
    );
  });

  it('as many as there may be, in the order of the wish', () => {
    fc.assert(
      fc.property(fc.uniqueArray(url, { maxLength: 60 }), (wanted) => {
        const taken = chosen([wanted]);
        expect(wanted.filter((one) => taken.includes(one))).toEqual(taken);
        const full = taken.length === MOST;
        for (const [i, left] of wanted.entries()) {
          if (taken.includes(left)) continue;
          const { origin } = new URL(left);
          const before = taken.filter((one) => wanted.indexOf(one) < i);
          expect(full || before.filter((one) => one.startsWith(origin)).length === MOST_AT_ONE).toBe(true);
        }
      })
    );
  });

  it('what a screen shows goes before company', () => {
    const company = Array.from({ length: 50 }, (_, n) => `https://s${n}.example/recent`);
    expect(chosen([company, ['https://a.example/open']])[0]).toBe('https://a.example/open');
  });
});
