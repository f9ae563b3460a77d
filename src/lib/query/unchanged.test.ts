import fc from 'fast-check';
import { expect, it } from 'vitest';
import { steady } from './steady.ts';
import { unchanged } from './unchanged.ts';

const thing = (id: string, text: string) => ({ id, text, at: new Date(5), people: new Set(['anna']) });

it('takes what says the same from before, and nothing else', () => {
  const before = { list: [thing('1', 'soup'), thing('2', 'tea')], more: { of: ['a'] } };
  const now = { list: [thing('2', 'tea'), thing('3', 'bread')], more: { of: ['a'] } };
  const next = unchanged(before, now);
  expect(next).toEqual(now);
  expect(next).not.toBe(before);
  expect(next.list[0]).toBe(before.list[1]);
  expect(next.list[1]).toBe(now.list[1]);
  expect(next.more).toBe(before.more);
});

it('sees a time, a set, a word that is no more, and another place in the list', () => {
  const before = { at: new Date(5), people: new Set(['anna']), state: 'sent', list: [1, 2] };
  expect(unchanged(before, structuredClone(before))).toBe(before);
  for (const now of [
    { ...before, at: new Date(6) },
    { ...before, people: new Set(['ben']) },
    { ...before, state: undefined },
    { ...before, list: [2, 1] },
    { ...before, list: [1] },
    { ...before, more: undefined },
    { at: before.at, people: before.people, list: before.list }
  ]) {
    expect(unchanged<unknown>(before, now)).not.toBe(before);
    expect(unchanged<unknown>(before, now)).toStrictEqual(now);
  }
});

const leaf = fc.oneof(
  fc.constantFrom(undefined, null, 'a', 'b', 1, true),
  fc.integer({ min: 0, max: 2 }).map((n) => new Date(n)),
  fc.uniqueArray(fc.constantFrom('a', 'b'), { maxLength: 2 }).map((some) => new Set(some))
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('id', 'key', 'x', 'y'), tie('tree'), { noNullPrototype: true, maxKeys: 3 })
  )
}));

it('always says what is said now', () => {
  fc.assert(
    fc.property(tree, tree, (before, now) => {
      expect(unchanged(before, now)).toStrictEqual(now);
      expect(unchanged(now, structuredClone(now))).toBe(now);
    })
  );
});

it('is the same from one question to the next', async () => {
  const same = steady<{ text: string }>();
  const read = () => Promise.reject(new Error('nothing is read'));
  const first = await same(() => Promise.resolve({ text: 'soup' }))(read);
  expect(await same(() => Promise.resolve({ text: 'soup' }))(read)).toBe(first);
  expect(await same(() => Promise.resolve({ text: 'tea' }))(read)).toEqual({ text: 'tea' });
});
