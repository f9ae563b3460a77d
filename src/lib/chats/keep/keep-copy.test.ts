import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TestHouse } from '#lib/people/house.testing.ts';
import { momentAt } from '#lib/people/moment.ts';
import { AS } from '#lib/rdf/vocab.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import { checksOf } from '../checks.ts';
import { deleteChat } from '../delete-chat.ts';
import { editMessage } from '../edit-message.ts';
import { chatOfTwo, open, sees, textsOf } from '../house.testing.ts';
import { remove } from '../remove.ts';
import { send } from '../send.ts';
import { copyFolder } from './copy-place.ts';
import { keepCopy } from './keep-copy.ts';
import { keptMessages, type KeptMessages } from './kept-messages.question.ts';
import { refreshCopy } from './refresh-copy.ts';

const DAY = 86_400_000;
let world: World;
let anna: TestHouse;
let ben: TestHouse;
let chat: string;
let folder: string;
beforeEach(async () => {
  world = memoryWorld();
  [anna, ben] = [open('anna', world), open('ben', world)];
  chat = await chatOfTwo(anna, ben, 'Boats');
  folder = await copyFolder(ben.me, chat);
  for (let n = 5; n >= 1; n--) {
    await send(anna, chat, { text: `Day ${n}` }, momentAt(new Date(Date.now() - n * DAY)));
    await anna.allSent();
  }
  await sees(ben, chat);
  const { message } = await send(ben, chat, { text: 'Tomorow' });
  await ben.allSent();
  await editMessage(ben, message, 'Tomorrow');
  await ben.allSent();
  await sees(ben, chat);
});
afterEach(() => [anna, ben].forEach((house) => house.close()));

const ALL = ['Day 5', 'Day 4', 'Day 3', 'Day 2', 'Day 1', 'Tomorrow'];

/** Until nothing is left to copy; answers how many documents each call wrote. */
async function copied(): Promise<number[]> {
  const counts: number[] = [];
  for (;;) {
    const { length } = await refreshCopy(ben, chat);
    await ben.allSent();
    if (length === 0) return counts;
    counts.push(length);
  }
}

/** What Ben sees on a device that remembers nothing. */
async function seesAnew(): Promise<KeptMessages> {
  const device = open('ben', world);
  const asked = new Set<string>();
  const read = async (url: string) => {
    const document = url.split('#')[0]!;
    if (!asked.has(document)) {
      asked.add(document);
      await device.sync.refresh([document]);
    }
    return device.asking.read(document);
  };
  const question = keptMessages(device, checksOf(device), chat, { count: 50 });
  await question(read);
  await checksOf(device).done();
  const answer = await question(read);
  device.close();
  return answer;
}

it('outlives the chat: all is there, each its own maker’s word', async () => {
  await keepCopy(ben, chat, true);
  await ben.allSent();
  await copied();
  const before = await seesAnew();
  expect(before.isCopy).toBe(false);
  expect([...new Set(textsOf(before))]).toEqual(ALL);
  await deleteChat(anna, chat);
  await anna.allSent();
  const answer = await seesAnew();
  expect(answer.list).toEqual(before.list);
  expect(answer.isCopy).toBe(true);
  expect(answer.list.every(({ signature, flags }) => signature === 'verified' && !flags.length)).toBe(true);
  expect(answer.list.every(({ id }) => id.startsWith(chat.slice(0, chat.lastIndexOf('/'))))).toBe(true);
});

it('is read when I was shut out', async () => {
  await keepCopy(ben, chat, true);
  await ben.allSent();
  await copied();
  await sees(anna, chat);
  await remove(anna, chat, ben.me.id);
  await anna.allSent();
  const answer = await seesAnew();
  expect([[...new Set(textsOf(answer))], answer.isCopy]).toEqual([ALL, true]);
});

it('is for nobody else to read, from its first moment on', async () => {
  open('cleo', world).close();
  await keepCopy(ben, chat, true);
  await ben.allSent();
  await copied();
  const own = ben.sent.filter(({ url }) => url.startsWith(folder));
  expect(own[0]).toMatchObject({ verb: 'setAccess', url: folder });
  const documents = [...new Set(own.map(({ url }) => url))];
  expect(documents).toHaveLength(8);
  for (const url of documents.filter((each) => each !== folder)) {
    for (const person of [anna.me.id, 'https://cleo.example/profile/card#me'])
      await expect(world.podFor(person).read(url)).rejects.toThrow('forbidden');
    await expect(world.podFor().read(url)).rejects.toThrow('unauthorised');
  }
});

it('takes a few documents at a time, then only what is new, then nothing', async () => {
  expect(await keepCopy(ben, chat, true)).toHaveLength(2 + 3);
  await ben.allSent();
  expect(await copied()).toEqual([3, 1]);
  await sees(anna, chat);
  await send(anna, chat, { text: 'One more' });
  await anna.allSent();
  await sees(ben, chat);
  const before = ben.sent.length;
  expect(await copied()).toEqual([1]);
  const [patch, ...more] = ben.sent.slice(before);
  expect(more).toEqual([]);
  expect(patch!.body).toContain('One more');
  expect(patch!.body).not.toContain('Tomorrow');
});

it('names one newest day, as the chat does', async () => {
  await keepCopy(ben, chat, true);
  await ben.allSent();
  await copied();
  await sees(anna, chat);
  await send(anna, chat, { text: 'Later' }, momentAt(new Date(Date.now() + DAY)));
  await anna.allSent();
  await sees(ben, chat);
  await copied();
  const current = async (url: string) => {
    const { graph } = await ben.asking.read(url);
    return graph.quads.flatMap(({ predicate, object }) =>
      predicate.value === AS.current ? [object.value] : []
    );
  };
  const [mine, theirs] = [await current(`${folder}index.ttl`), await current(chat.split('#')[0]!)];
  expect(theirs).toHaveLength(1);
  expect(mine).toEqual(theirs);
});

it('is not made without being asked for, and goes when it is not wanted', async () => {
  expect(await refreshCopy(ben, chat)).toEqual([]);
  await keepCopy(ben, chat, true);
  await ben.allSent();
  await copied();
  await keepCopy(ben, chat, false);
  await ben.allSent();
  await expect(world.podFor(ben.me.id).list(folder)).rejects.toThrow();
  await deleteChat(anna, chat);
  await anna.allSent();
  const { list, isCopy } = await seesAnew();
  expect([list, isCopy]).toEqual([[], false]);
});

it('of my own chat is none', async () => {
  expect(await keepCopy(anna, chat, true)).toEqual([]);
});
