import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorsAt, surviving } from './anchor.ts';
import { Heights } from './heights.ts';
import { shownRows } from './shown-rows.ts';

const of = (...rows: [string, number][]) => {
  const heights = new Heights();
  heights.keys = rows.map(([key]) => key);
  heights.measure(rows);
  return heights;
};
const abc = () => of(['a', 100], ['b', 50], ['c', 80], ['d', 200]);

describe('what is being read', () => {
  it('is the row at the top of the window, and those below it', () => {
    expect(anchorsAt(abc(), 120, 100)).toEqual([
      { key: 'b', offset: -20 },
      { key: 'c', offset: 30 }
    ]);
    expect(anchorsAt(new Heights(), 0, 100)).toEqual([]);
  });

  it('stays itself while it is there', () => {
    const anchor = { key: 'b', offset: -20 };
    expect(surviving(anchor, abc(), new Set(['x', 'b']))).toEqual(anchor);
  });

  it('is the next row when it goes, where that row stands', () => {
    expect(surviving({ key: 'b', offset: -20 }, abc(), new Set(['a', 'c', 'd']))).toEqual({
      key: 'c',
      offset: 30
    });
    expect(surviving({ key: 'c', offset: -20 }, abc(), new Set(['a']))).toEqual({ key: 'a', offset: -170 });
    expect(surviving({ key: 'c', offset: -20 }, abc(), new Set())).toBeUndefined();
  });

  it('never moves a row that is still there, whatever goes', () => {
    const keys = ['a', 'b', 'c', 'd'] as const;
    fc.assert(
      fc.property(fc.subarray([...keys]), fc.constantFrom(...keys), fc.integer(), (left, key, offset) => {
        const heights = abc();
        const found = surviving({ key, offset }, heights, new Set(left));
        expect(found === undefined).toBe(left.length === 0);
        if (!found) return;
        const stood = offset + heights.top(heights.indexOf(found.key)!) - heights.top(heights.indexOf(key)!);
        expect(found.offset).toBe(stood);
      })
    );
  });
});

describe('what is drawn', () => {
  it('leaves room for what is not', () => {
    expect(shownRows(abc(), { first: 1, last: 2 }, undefined)).toEqual([
      { index: 1, key: 'b', gap: 100 },
      { index: 2, key: 'c', gap: 0 }
    ]);
  });

  it('never leaves out the row that has the focus', () => {
    expect(shownRows(abc(), { first: 2, last: 3 }, 'a')).toEqual([
      { index: 0, key: 'a', gap: 0 },
      { index: 2, key: 'c', gap: 50 },
      { index: 3, key: 'd', gap: 0 }
    ]);
    expect(shownRows(abc(), { first: 0, last: 1 }, 'd').map(({ key, gap }) => [key, gap])).toEqual([
      ['a', 0],
      ['b', 0],
      ['d', 80]
    ]);
    expect(shownRows(abc(), { first: 0, last: 1 }, 'b')).toHaveLength(2);
    expect(shownRows(abc(), { first: 0, last: 9 }, 'gone')).toHaveLength(4);
  });
});
