import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TestHouse } from '#lib/people/house.testing.ts';
import { momentAt } from '#lib/people/moment.ts';
import type { Read } from '#lib/query/ask.ts';
import { checksOf } from './checks.ts';
import { chatOfTwo, open, sees, textsOf } from './house.testing.ts';
import { markRead } from './kept.ts';
import { messages } from './messages.question.ts';
import { keptDocument } from './mine.ts';
import { NewFrom } from './new-from.svelte.ts';
import { send } from './send.ts';

const DAY = 86_400_000;
let anna: TestHouse;
let ben: TestHouse;
let chat: string;
let until: Date;
beforeEach(async () => {
  anna = open('anna');
  ben = open('ben', anna.world);
  chat = await chatOfTwo(anna, ben, 'Boats');
  for (let day = 6; day >= 1; day--)
    for (let n = 1; n <= 4; n++) {
      const at = new Date(Date.now() - day * DAY + n);
      await send(anna, chat, { text: `Day ${day}, ${n}` }, momentAt(at));
      if (day === 5 && n === 2) until = at;
    }
  await anna.allSent();
  await markRead(ben, chat, until);
  await ben.allSent();
});
afterEach(() => [anna, ben].forEach((house) => house.close()));

it('leads from the newest to the oldest that is new, days further back, and the line goes with it', async () => {
  const few = { count: 4 };
  const shown = await sees(ben, chat, few);
  const fresh = new NewFrom();
  expect(fresh.isAway(shown)).toBe(false);
  fresh.begin(shown.firstUnread!, until, true);
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
  fresh.begin(shown.firstUnread!, until, false);
  expect(fresh.isAway(shown)).toBe(true);
  expect(fresh.go(shown)).toBe(shown.firstUnread);
  expect(fresh.isAway(shown)).toBe(false);
});

it('is known when all is here, or the oldest with what was read before it', async () => {
  const shown = await sees(ben, chat);
  expect(NewFrom.isClear(shown)).toBe(true);
  const coming = { ...shown, isComplete: false };
  expect(NewFrom.isClear(coming)).toBe(true);
  expect(NewFrom.isClear({ ...coming, list: shown.list.slice(-4) })).toBe(false);
  expect(NewFrom.isClear({ ...coming, readUntil: undefined })).toBe(false);
});

it('is not known before it is known what was read', async () => {
  const device = open('ben', anna.world);
  const read: Read = async (url) => {
    const document = url.split('#')[0]!;
    if (document !== keptDocument(device.me)) await device.sync.refresh([document]);
    return device.asking.read(url);
  };
  const asked = messages(device, checksOf(device), chat, { count: 4 });
  expect((await asked(read)).isComplete).toBe(false);
  await device.sync.refresh([keptDocument(device.me)]);
  expect(await asked(read)).toMatchObject({ isComplete: true, readUntil: until });
  device.close();
});
