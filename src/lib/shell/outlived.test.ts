import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlived } from './outlived.ts';

const now = { kept: ['1', '2', '3'], current: '3', pages: ['3'], open: 1, newer: false };

describe('outlived', () => {
  it('lets go of what no page is', () => expect(outlived(now)).toEqual(['1', '2']));
  it('keeps the version of an old tab', () =>
    expect(outlived({ ...now, pages: ['3', '1'], open: 2 })).toEqual(['2']));
  it('keeps everything while a page has not said what it is', () =>
    expect(outlived({ ...now, open: 2 })).toEqual([]));
  it('keeps everything while a newer version is on its way', () =>
    expect(outlived({ ...now, newer: true })).toEqual([]));
  it('lets go of all but its own when nobody is here', () =>
    expect(outlived({ ...now, pages: [], open: 0 })).toEqual(['1', '2']));

  it('never lets go of its own, nor of one that an open page needs', () => {
    const version = fc.constantFrom('1', '2', '3', '4', '5');
    const world = fc.record({
      kept: fc.uniqueArray(version),
      current: version,
      pages: fc.array(version),
      open: fc.nat(4),
      newer: fc.boolean()
    });
    fc.assert(
      fc.property(world, (some) => {
        for (const gone of outlived(some)) {
          expect(some.kept).toContain(gone);
          expect([some.current, ...some.pages]).not.toContain(gone);
        }
      })
    );
  });
});
