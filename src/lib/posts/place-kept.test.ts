import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Placed } from './feed.question.ts';
import { listRows } from './list-rows.ts';
import { AWAY, cameBack, newOnTop, stillLooking, type Looked } from './looked.ts';
import { sinceText } from './since-text.ts';
import { Unseen } from './unseen.ts';

const ME = 'https://me.example/#me';
const BOB = 'https://bob.example/#me';
const placed = (at: number, author = BOB, id = `${at}`): Placed => ({
  post: {
    id,
    author,
    content: id,
    mediaType: undefined,
    published: new Date(at),
    updated: undefined,
    replyTo: undefined,
    attachments: [],
    warning: undefined,
    to: [],
    tags: []
  },
  open: false,
  at: new Date(at)
});
const posts = (...times: number[]) => times.map((at) => placed(at));

describe('the line between new and old', () => {
  const before: Looked = { newest: 100, at: 1_000 };

  it('is not drawn on the first visit', () => {
    expect(cameBack(undefined, 5)).toBeUndefined();
    expect(newOnTop(posts(3, 2, 1), undefined, ME)).toBe(0);
  });
  it('moves to what was seen last, once somebody was away', () => {
    expect(cameBack(before, 1_000 + AWAY)).toEqual({
      newest: 100,
      at: 1_000 + AWAY,
      since: { newest: 100, at: 1_000 }
    });
  });
  it('stays for who only turned round, and when a clock goes back', () => {
    const looked = { ...before, since: { newest: 50, at: 10 } };
    expect(cameBack(looked, 1_000 + AWAY - 1)).toBe(looked);
    expect(cameBack(looked, 0)).toBe(looked);
  });
  it('never goes back, and stays while somebody looks', () => {
    const since = { newest: 50, at: 10 };
    expect(stillLooking({ ...before, since }, 70, 2_000)).toEqual({ newest: 100, at: 2_000, since });
    expect(stillLooking(undefined, 70, 2_000)).toEqual({ newest: 70, at: 2_000 });
  });
  it('stands between new and old, and nowhere when there is nothing on one side', () => {
    const since = { newest: 2, at: 9 };
    expect(newOnTop(posts(4, 3, 2, 1), since, ME)).toBe(2);
    expect(newOnTop(posts(2, 1), since, ME)).toBe(0);
    expect(newOnTop(posts(5, 4, 3), since, ME)).toBe(0);
    expect(newOnTop([], since, ME)).toBe(0);
    expect(newOnTop([placed(4, ME), placed(3, ME), placed(2)], since, ME)).toBe(0);
    expect(newOnTop([placed(4, ME), placed(3), placed(2)], since, ME)).toBe(2);
  });
  it('is a row of its own', () => {
    const rows = listRows(posts(3, 2, 1), 1);
    expect(rows.map(({ kind }) => kind)).toEqual(['post', 'line', 'post', 'post']);
    expect(rows.flatMap((row) => (row.kind === 'post' ? [row.number] : []))).toEqual([1, 2, 3]);
    expect(listRows(posts(1), 0)).toHaveLength(1);
  });
  it('says a time as short as it is clear', () => {
    const now = new Date(2026, 10, 21, 15, 0).getTime();
    expect(sinceText(new Date(2026, 10, 21, 14, 5).getTime(), now, 'en-GB')).toBe('14:05');
    expect(sinceText(new Date(2026, 10, 21, 13, 5).getTime(), now, 'en-US')).toMatch(/^1:05\sPM$/);
    expect(sinceText(new Date(2026, 10, 17, 14, 5).getTime(), now, 'en-GB')).toMatch(/^Tuesday.*14:05$/);
    expect(sinceText(new Date(2026, 4, 3, 14, 5).getTime(), now, 'en-GB')).toMatch(/^3 May 2026.*14:05$/);
  });
});

describe('posts that come while somebody reads further down', () => {
  const rows = (...times: number[]) => listRows(posts(...times), 0);
  const keys = (found: { key: string }[]) => found.map(({ key }) => key.split(' ')[0]);

  it('are none at first, and none at the top', () => {
    const unseen = new Unseen();
    expect(unseen.look(rows(3, 2, 1), { first: 2, atTop: false }, ME)).toEqual([]);
    expect(unseen.look(rows(4, 3, 2, 1), { first: 0, atTop: true }, ME)).toEqual([]);
    expect(unseen.newest(rows(4, 3, 2, 1))).toBe(4);
  });
  it('are told from the top, until they are passed', () => {
    const unseen = new Unseen();
    unseen.look(rows(3, 2, 1), { first: 1, atTop: false }, ME);
    const more = rows(6, 5, 3, 2, 1);
    expect(keys(unseen.look(more, { first: 3, atTop: false }, ME))).toEqual(['6', '5']);
    expect(unseen.newest(more)).toBe(3);
    expect(keys(unseen.look(more, { first: 1, atTop: false }, ME))).toEqual(['6']);
    expect(unseen.newest(more)).toBe(5);
    expect(unseen.look(more, { first: 0, atTop: true }, ME)).toEqual([]);
  });
  it('are not one’s own, and not those that come in below', () => {
    const unseen = new Unseen();
    unseen.look(rows(9, 5, 1), { first: 1, atTop: false }, ME);
    const more = listRows([placed(12, ME), placed(9), placed(5), placed(3), placed(1)], 0);
    expect(unseen.look(more, { first: 2, atTop: false }, ME)).toEqual([]);
  });
  it('are those that came after this place was left', () => {
    const unseen = new Unseen(3);
    expect(keys(unseen.look(rows(5, 4, 3, 2, 1), { first: 4, atTop: false }, ME))).toEqual(['5', '4']);
  });
  it('never tells of a post twice that was passed', () => {
    const walk = fc.array(fc.record({ first: fc.nat(20), add: fc.nat(3) }), { maxLength: 20 });
    fc.assert(
      fc.property(walk, (steps) => {
        const unseen = new Unseen();
        const passed = new Set<string>();
        let times = [5, 4, 3, 2, 1];
        for (const { first, add } of steps) {
          times = [...Array.from({ length: add }, (_, index) => times.length + add - index), ...times];
          const list = rows(...times);
          const at = Math.min(first, list.length - 1);
          const told = unseen.look(list, { first: at, atTop: at === 0 }, ME);
          for (const { key } of list.slice(at)) passed.add(key);
          expect(told.every(({ key }) => !passed.has(key))).toBe(true);
          expect(told.every(({ number }) => number <= at)).toBe(true);
        }
      })
    );
  });
});
