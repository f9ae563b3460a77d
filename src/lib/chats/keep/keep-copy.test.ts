import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TestHouse } from '#lib/people/house.testing.ts';
import { momentAt } from '#lib/people/moment.ts';
import { Graph } from '#lib/rdf/graph.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { AS, DCT } from '#lib/rdf/vocab.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import { checksOf } from '../checks.ts';
import { chat as chatOf } from '../chat.question.ts';
import { chats } from '../chats.question.ts';
import { deleteChat } from '../delete-chat.ts';
import { editMessage } from '../edit-message.ts';
import { chatOfTwo, open, sees, textsOf } from '../house.testing.ts';
import { messageAt } from '../message-at.question.ts';
import { messages } from '../messages.question.ts';
import { remove } from '../remove.ts';
import { replyIn } from '../reply-in.ts';
import { send } from '../send.ts';
import { thread as threadOf } from '../thread.question.ts';
import { sentences } from '../words.ts';
import { copyFolder } from './copy-place.ts';
import { keepCopy } from './keep-copy.ts';
import { keepCopies } from './keep-copies.ts';
import { keepUp } from './keep-up.ts';
import type { CopyState } from './copy-state.ts';

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

/** Brings the copy up to date; answers what was told on the way. */
async function copied(house = ben): Promise<CopyState[]> {
  const states: CopyState[] = [];
  await keepUp(house, chat, { onState: (state) => states.push(state) });
  return states;
}

/** What Ben sees on a device that remembers nothing. */
async function seesAnew() {
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
  const question = messages(device, checksOf(device), chat, { count: 50 });
  await question(read);
  await checksOf(device).done();
  const answer = { ...(await question(read)), head: await chatOf(device.me, chat)(read) };
  const [reply] = answer.list.filter(({ replyTo }) => replyTo !== undefined);
  const quoted = reply && (await messageAt(device, checksOf(device), chat, reply.replyTo!)(read));
  const hung = answer.list.find((message) => message.thread)?.thread?.id;
  const threads = hung === undefined ? [] : await threadOf(device, checksOf(device), chat, hung)(read);
  const [line] = await chats(device, checksOf(device))(read);
  device.close();
  return { ...answer, quoted, threads, line };
}

it('outlives the chat: all is there, each its own maker’s word, under the name it had', async () => {
  const { message } = await send(ben, chat, { text: 'Where?', replyTo: (await sees(ben, chat)).list[0]!.id });
  await replyIn(ben, message, { text: 'In the thread' });
  await ben.allSent();
  await keepCopy(ben, chat, true);
  await copied();
  const before = await seesAnew();
  expect(before.head.isCopy).toBe(false);
  expect([...new Set(textsOf(before))]).toEqual([...ALL, 'Where?', 'In the thread']);
  await deleteChat(anna, chat);
  await anna.allSent();
  const answer = await seesAnew();
  expect(answer.list).toEqual(before.list);
  expect(answer.list.every(({ signature, flags }) => signature === 'verified' && !flags.length)).toBe(true);
  expect(answer.list.every(({ id }) => id.startsWith(chat.slice(0, chat.lastIndexOf('/'))))).toBe(true);
  expect(answer.head).toMatchObject({ isCopy: true, isKnown: true, title: 'Boats', problem: undefined });
  expect(answer.head.people).toEqual(before.head.people);
  expect(answer.quoted).toMatchObject({ body: { kind: 'text', text: 'Day 5' } });
  expect(textsOf({ ...answer, list: answer.threads })).toEqual(['Where?', 'In the thread']);
  expect(answer.line).toMatchObject({ id: chat, title: 'Boats', isCopy: true });
  expect(answer.line!.last).toEqual(before.line!.last);
});

it('is read when I was shut out', async () => {
  await keepCopy(ben, chat, true);
  await copied();
  await sees(anna, chat);
  await remove(anna, chat, ben.me.id);
  await anna.allSent();
  const answer = await seesAnew();
  expect([[...new Set(textsOf(answer))], answer.head.isCopy]).toEqual([ALL, true]);
});

it('is read where the chat’s server does not answer and this device never read it', async () => {
  await keepCopy(ben, chat, true);
  await copied();
  world.sky = ({ url }) => (url.startsWith('https://anna.example/') ? 'offline' : 'fair');
  const answer = await seesAnew();
  expect([[...new Set(textsOf(answer))], answer.head.isCopy, answer.head.title]).toEqual([
    ALL,
    true,
    'Boats'
  ]);
});

it('fills what this device never read while the chat’s server does not answer', async () => {
  await keepCopy(ben, chat, true);
  await copied();
  const device = open('ben', world);
  await device.sync.refresh([chat.split('#')[0]!]);
  world.sky = ({ url }) => (url.startsWith('https://anna.example/') ? 'offline' : 'fair');
  const answer = await sees(device, chat);
  device.close();
  expect([...new Set(textsOf(answer))]).toEqual(ALL);
});

it('takes no message while it is read in place of the chat', async () => {
  await keepCopy(ben, chat, true);
  await copied();
  await deleteChat(anna, chat);
  await anna.allSent();
  await sees(ben, chat);
  await expect(send(ben, chat, { text: 'Hello?' })).rejects.toThrow(sentences.away);
});

it('is for nobody else to read, from its first moment on', async () => {
  open('cleo', world).close();
  await keepCopy(ben, chat, true);
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

it('has all of a chat that this device never read, a few documents at a time, and tells how far it is', async () => {
  const device = open('ben', world);
  await device.sync.refresh([chat.split('#')[0]!, `${device.me.storage}profile/card`]);
  await keepCopy(device, chat, true);
  const states = await copied(device);
  device.close();
  expect(states.filter(({ kind }) => kind === 'reading').length).toBeGreaterThan(0);
  expect(states.filter(({ kind }) => kind === 'copying')).toEqual([
    { kind: 'copying', done: 0, of: 7 },
    { kind: 'copying', done: 4, of: 7 }
  ]);
  expect(states.at(-1)).toEqual({ kind: 'current', at: expect.any(Number), missing: 0 });
  const named = new Graph(parseTurtle(String(world.peek(`${folder}index.ttl`)), `${folder}index.ttl`));
  expect(named.iris(`${folder}index.ttl#this`, DCT.source)).toEqual([chat]);
  expect(named.iris(`${folder}index.ttl#this`, DCT.hasPart)).toHaveLength(6);
});

it('says what did not answer, and what stopped', async () => {
  const missed = (await sees(ben, chat)).list[0]!.id.split('#')[0]!;
  const device = open('ben', world);
  await device.sync.refresh([chat.split('#')[0]!, `${device.me.storage}profile/card`]);
  await keepCopy(device, chat, true);
  world.sky = ({ url }) => (url === missed ? 'offline' : 'fair');
  expect((await copied(device)).at(-1)).toMatchObject({ kind: 'current', missing: 1 });
  world.sky = ({ url, verb }) => (verb === 'patch' && url.startsWith(folder) ? 'full' : 'fair');
  expect((await copied(device)).at(-1)).toMatchObject({ kind: 'failed', problem: 'full' });
  device.close();
});

it('gets what is new by itself, and only that', async () => {
  await keepCopy(ben, chat, true);
  await copied();
  const stop = keepCopies(ben, 5);
  await sees(anna, chat);
  await send(anna, chat, { text: 'One more' });
  await anna.allSent();
  const before = ben.sent.length;
  await sees(ben, chat);
  await vi.waitFor(() => expect(ben.sent.length).toBe(before + 1), { timeout: 5_000 });
  stop();
  const patch = ben.sent.at(-1)!;
  expect(patch.url.startsWith(folder)).toBe(true);
  expect(patch.body).toContain('One more');
  expect(patch.body).not.toContain('Tomorrow');
});

it('names one newest day, as the chat does', async () => {
  await keepCopy(ben, chat, true);
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
  const before = ben.sent.length;
  expect(await copied()).toEqual([]);
  expect(ben.sent.length).toBe(before);
  await keepCopy(ben, chat, true);
  await copied();
  await keepCopy(ben, chat, false);
  await ben.allSent();
  await expect(world.podFor(ben.me.id).list(folder)).rejects.toThrow();
  await deleteChat(anna, chat);
  await anna.allSent();
  const { list, head } = await seesAnew();
  expect([list, head.isCopy]).toEqual([[], false]);
});

it('of my own chat is none', async () => {
  expect(await keepCopy(anna, chat, true)).toEqual([]);
});
