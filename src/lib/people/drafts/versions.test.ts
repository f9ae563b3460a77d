import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joined, withMine, type Version } from './versions.ts';

const version = (by: string, at: number, text = `${by}${at}`): Version => ({ by, at, text, extra: '' });

it('shows the newest first, one of each tab, and nothing that was sent', () => {
  const a = [version('a', 1), version('a', 3), version('b', 2)];
  expect(joined(a, [version('c', 9, ' ')]).map(({ text }) => text)).toEqual(['a3', 'b2']);
  expect(joined([version('b', 2)], [version('b', 4, '')])).toEqual([]);
  expect(joined(undefined, 5, [null, { by: 'x' }], 'no')).toEqual([]);
});

it('replaces what was taken over, unless its tab went on', () => {
  const took = [version('a', 1)];
  expect(withMine([version('a', 1)], version('b', 2), took)).toEqual([version('b', 2)]);
  expect(withMine([version('a', 3)], version('b', 2), took)).toEqual([version('a', 3), version('b', 2)]);
});

it('never loses what another tab wrote last, in whatever order tabs write', () => {
  const tab = fc.constantFrom('a', 'b', 'c');
  fc.assert(
    fc.property(fc.array(tab, { maxLength: 30 }), (order) => {
      const last = new Map<string, string>();
      let kept: Version[] = [];
      order.forEach((by, at) => {
        kept = withMine(kept, version(by, at), []);
        last.set(by, `${by}${at}`);
      });
      expect(new Set(kept.map(({ text }) => text))).toEqual(new Set(last.values()));
    })
  );
});
