import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TestHouse } from '#lib/people/house.testing.ts';
import { momentAt } from '#lib/people/moment.ts';
import { chatOfTwo, open, sees, textsOf } from './house.testing.ts';
import { markRead } from './kept.ts';
import { NewFrom } from './new-from.svelte.ts';
import { send } from './send.ts';

const DAY = 86_400_000;
let anna: TestHouse;
let ben: TestHouse;
let chat: string;
let read: Date;
beforeEach(async () => {
  anna = open('anna');
  ben = open('ben', anna.world);
  chat = await chatOfTwo(anna, ben, 'Boats');
  for (let day = 6; day >= 1; day--)
    for (let n = 1; n <= 4; n++) {
      const at = new Date(Date.now() - day * DAY + n);
      await send(anna, chat, { text: `Day ${day}, ${n}` }, momentAt(at));
      if (day === 5 && n === 2) read = at;
    }
  await anna.allSent();
  await markRead(ben, chat, read);
  await ben.allSent();
});
afterEach(() => [anna, ben].forEach((house) => house.close()));

it('leads from the newest to the oldest that is new, days further back, and the line goes with it', async () => {
  const few = { count: 4 };
  const shown = await sees(ben, chat, few);
  const fresh = new NewFrom();
  expect(fresh.isAway(shown)).toBe(false);
  fresh.begin(shown.firstUnread!, read, true);
  expect(fresh.isAway(shown)).toBe(true);
  expect(fresh.go(shown)).toBeUndefined();
  expect(fresh.arrived(shown)).toBeUndefined();
  const all = await sees(ben, chat, { ...few, since: fresh.since });
  expect(textsOf(all)).toContain('Day 5, 2');
  expect(all.list.length).toBeLessThanOrEqual(18 + 5);
  const oldest = fresh.arrived(all);
  expect(textsOf({ ...all, list: all.list.filter(({ id }) => id === oldest) })).toEqual(['Day 5, 3']);
  expect(fresh.first).toBe(oldest);
  expect([fresh.arrived(all), fresh.isAway(all)]).toEqual([undefined, false]);
  fresh.end();
  expect(fresh.first).toBeUndefined();
});

it('is offered where the chat was opened at another message', async () => {
  const shown = await sees(ben, chat);
  const fresh = new NewFrom();
  fresh.begin(shown.firstUnread!, read, false);
  expect(fresh.isAway(shown)).toBe(true);
  expect(fresh.go(shown)).toBe(shown.firstUnread);
  expect(fresh.isAway(shown)).toBe(false);
});
