import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TestHouse } from '#lib/people/house.testing.ts';
import type { Read } from '#lib/query/ask.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import { chatOfTwo, joins, open, sees } from '../house.testing.ts';
import { invite } from '../invite.ts';
import { remove } from '../remove.ts';
import { send } from '../send.ts';
import { markRead } from '../kept.ts';
import { markerFolder, markerIn } from './marker-place.ts';
import { readBy, type ReadBy } from './read-by.question.ts';
import { readersOf } from './readers.rules.ts';
import { shareReading } from './share-reading.ts';
import { showRead } from './show-read.ts';

let world: World;
let anna: TestHouse;
let ben: TestHouse;
let chat: string;
let marker: string;
beforeEach(async () => {
  world = memoryWorld();
  [anna, ben] = [open('anna', world), open('ben', world)];
  chat = await chatOfTwo(anna, ben, 'Boats');
  for (const text of ['One', 'Two']) {
    await send(anna, chat, { text });
    await anna.allSent();
  }
  marker = markerIn(await markerFolder(ben.me.storage, chat));
});
afterEach(() => [anna, ben].forEach((house) => house.close()));

/** What Anna is shown of the others' reading. */
async function asked(house = anna): Promise<ReadBy> {
  const read: Read = async (url) => {
    await house.sync.refresh([url.split('#')[0]!]);
    return house.asking.read(url);
  };
  return readBy(house, chat)(read);
}

/** Ben reads up to the n-th message. */
async function reads(n: number, pause = 0): Promise<string[]> {
  const { list } = await sees(ben, chat);
  await markRead(ben, chat, list[n]!.at);
  const entries = await showRead(ben, chat, list[n]!.at, pause);
  await ben.allSent();
  return entries;
}

it('is not written unless somebody wants it', async () => {
  expect(await reads(1)).toEqual([]);
  expect(world.peek(marker)).toBeUndefined();
  expect((await asked()).until.size).toBe(0);
});

it('stands under the newest message that was read, and moves on', async () => {
  await reads(0);
  await shareReading(ben, chat, true);
  await ben.allSent();
  const { list } = await sees(anna, chat);
  expect(readersOf(list, (await asked()).until)).toEqual(new Map([[list[0]!.id, [ben.me.id]]]));
  await reads(1);
  expect(readersOf(list, (await asked()).until)).toEqual(new Map([[list[1]!.id, [ben.me.id]]]));
  expect((await asked()).follow).toEqual([marker]);
});

it('is written only when reading moves on, and not again within the pause', async () => {
  await shareReading(ben, chat, true);
  expect(await reads(1, 60_000)).not.toEqual([]);
  expect(await reads(1)).toEqual([]);
  expect(await reads(0)).toEqual([]);
  await send(anna, chat, { text: 'Three' });
  await anna.allSent();
  const before = ben.sent.filter(({ url }) => url === marker).length;
  expect(await reads(2, 60_000)).toEqual([]);
  expect(ben.sent.filter(({ url }) => url === marker)).toHaveLength(before);
  // What was held back is not forgotten by the next writing.
  expect(await reads(2)).toHaveLength(1);
  expect(ben.sent.filter(({ url }) => url === marker)).toHaveLength(before + 1);
});

it('is for the people of the chat alone, and follows who that is', async () => {
  const cleo = open('cleo', world);
  await shareReading(ben, chat, true);
  await reads(0);
  const read = (id?: string) => world.podFor(id).read(marker);
  await expect(read(anna.me.id)).resolves.toBeDefined();
  await expect(read(cleo.me.id)).rejects.toThrow('forbidden');
  await expect(read()).rejects.toThrow('unauthorised');
  await invite(anna, chat, cleo.me.id);
  await anna.allSent();
  await joins(cleo);
  await reads(1);
  await expect(read(cleo.me.id)).resolves.toBeDefined();
  expect((await asked(cleo)).until.size).toBe(1);
  await remove(anna, chat, cleo.me.id);
  await send(anna, chat, { text: 'Three' });
  await anna.allSent();
  await reads(2);
  await expect(read(cleo.me.id)).rejects.toThrow('forbidden');
  expect((await asked(cleo)).until.size).toBe(0);
  cleo.close();
});

it('is for nobody who was removed, whichever of my devices let them in', async () => {
  const cleo = open('cleo', world);
  const other = open('ben', world);
  const rejoins = async () => {
    await invite(anna, chat, cleo.me.id);
    await anna.allSent();
    await joins(cleo);
  };
  const goes = async () => {
    await remove(anna, chat, cleo.me.id);
    await anna.allSent();
  };
  const readOn = async (house: TestHouse, text: string) => {
    await send(anna, chat, { text });
    await anna.allSent();
    await house.sync.refresh([marker]);
    const { list } = await sees(house, chat);
    await showRead(house, chat, list.at(-1)!.at, 0);
    await house.allSent();
  };
  await shareReading(ben, chat, true);
  await ben.allSent();
  await readOn(ben, 'Three');
  await rejoins();
  await readOn(other, 'Four');
  await expect(world.podFor(cleo.me.id).read(marker)).resolves.toBeDefined();
  await goes();
  await readOn(ben, 'Five');
  await expect(world.podFor(cleo.me.id).read(marker)).rejects.toThrow('forbidden');
  for (const house of [cleo, other]) house.close();
});

it('goes when it is turned off', async () => {
  await shareReading(ben, chat, true);
  await reads(0);
  expect(world.peek(marker)).toBeDefined();
  await shareReading(ben, chat, false);
  await ben.allSent();
  expect(world.peek(marker)).toBeUndefined();
  expect(await reads(1)).toEqual([]);
  expect((await asked()).until.size).toBe(0);
  await shareReading(ben, chat, true);
  await ben.allSent();
  expect((await asked()).until.size).toBe(1);
});

it('is nobody’s word but the reader’s', async () => {
  await shareReading(ben, chat, true);
  await reads(0);
  const said = String(world.peek(marker));
  world.put(marker, said.replace(ben.me.id, anna.me.id));
  expect((await asked()).until.size).toBe(0);
});

it('says nothing under words of one’s own', async () => {
  await send(ben, chat, { text: 'Mine' });
  await ben.allSent();
  const { list } = await sees(anna, chat);
  expect(readersOf(list, new Map([[ben.me.id, list[0]!.at]])).size).toBe(0);
});
