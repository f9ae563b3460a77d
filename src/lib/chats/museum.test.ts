import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestHouse } from '#lib/people/house.testing.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import { readFileSync } from 'node:fs';
import { chat as chatOf } from './chat.question.ts';
import { checksOf } from './checks.ts';
import { findDays } from './find-days.ts';
import { joins, open, sees } from './house.testing.ts';
import { send } from './send.ts';

const museum = (name: string): [url: string, text: string] => {
  const text = readFileSync(new URL(`../../../shapes/examples/foreign/${name}.ttl`, import.meta.url), 'utf8');
  return [/^# At (\S+)/.exec(text)![1]!, text];
};

let world: World;
let anna: TestHouse;
beforeEach(() => {
  world = memoryWorld();
  anna = open('anna', world);
});
afterEach(() => anna.close());

/** Puts pieces of the museum where they stand, in spaces that anna may read. */
async function hangs(...names: string[]) {
  for (const name of names) {
    const [url, text] = museum(name);
    const storage = `${new URL(url).origin}/`;
    if (!url.startsWith(anna.me.storage) && world.peek(storage) === undefined) world.addSpace(storage);
    world.put(url, text);
    if (url.startsWith(anna.me.storage)) continue;
    const owner = `${storage}profile/card#me`;
    await world.podFor(owner).setAccess(storage, {
      owner: [owner],
      everyone: [],
      signedIn: [],
      people: { [anna.me.id]: ['read'] }
    });
  }
}

const lines = async (chat: string) =>
  (await sees(anna, chat)).list.map(({ body, flags }) => [
    body.kind === 'text' ? body.text : body.kind,
    ...flags
  ]);

describe('the museum of chats', () => {
  it('SolidOS: found by looking through its folders, with its edits, deletions, threads and reactions', async () => {
    const chat = 'https://eva.solidos.example/IndividualChats/anna.example/index.ttl#this';
    await hangs('solidos-chat-index', 'solidos-chat-day', 'solidos-chat-invite');
    expect(await joins(anna)).toEqual([chat]);
    expect((await sees(anna, chat)).list).toEqual([]);
    const told: string[] = [];
    const stop = checksOf(anna).asking.subscribe((urls) => told.push(...urls));
    expect(await findDays(anna, chat)).toBe(1);
    // What a screen reads to show a chat: it is asked again.
    expect(told).toContain(chat.split('#')[0]);
    stop();
    expect(await lines(chat)).toEqual([['The harbour is frozen'], ['deleted'], ['All of it?']]);
    const { list, isStart } = await sees(anna, chat);
    expect(isStart).toBe(true);
    expect(list.map(({ signature, reactions }) => [signature, reactions.map(({ emoji }) => emoji)])).toEqual([
      ['unsigned', ['❤️']],
      ['unsigned', []],
      ['unsigned', ['👍']]
    ]);
    expect(list[2]!.inThread).toBe(list[0]!.thread!.id);
    expect(list[2]!.isMine).toBe(true);
    expect(await chatOf(anna.me, chat)(anna.asking.read)).toMatchObject({
      title: undefined,
      isPair: true,
      role: 'member',
      owner: 'https://eva.solidos.example/profile/card#me',
      others: ['https://eva.solidos.example/profile/card#me']
    });
  });

  it('SolidOS: who is invited names themselves, as it does', async () => {
    const chat = 'https://sol.solidos.example/IndividualChats/anna.example/index.ttl#this';
    const sol = 'https://sol.solidos.example/profile/card#me';
    await hangs('solidos-begun-index');
    await world.podFor(sol).setAccess(chat.replace('index.ttl#this', ''), {
      owner: [sol],
      everyone: [],
      signedIn: [],
      people: { [anna.me.id]: ['read', 'append'] },
      appendWithin: true
    });
    const invitation = `<> a <http://www.w3.org/ns/pim/meeting#LongChatInvite>;
      <http://www.w3.org/1999/02/22-rdf-syntax-ns#seeAlso> <${chat}> .`;
    await world.podFor(sol).post(`${anna.me.storage}inbox/`, invitation, 'text/turtle');
    expect(await joins(anna)).toEqual([chat]);
    await send(anna, chat, { text: 'Here I am' });
    await anna.allSent();
    expect((await sees(anna, chat)).list).toMatchObject([{ isMine: true, flags: [] }]);
    expect(await chatOf(anna.me, chat)(anna.asking.read)).toMatchObject({
      isPair: true,
      role: 'member',
      others: [sol]
    });
  });

  it("LDO's module: unpadded days, index.ttl, and what was broken off", async () => {
    const chat = 'https://leo.example/chat/index.ttl#this';
    await hangs('ldo-chat-index', 'ldo-chat-day');
    await findDays(anna, chat);
    expect(await lines(chat)).toEqual([
      ['Is this thing on?'],
      ['file'],
      ['nothing', 'no-maker', 'no-content']
    ]);
    expect((await chatOf(anna.me, chat)(anna.asking.read)).people.map(({ role }) => role)).toEqual([
      'owner',
      'member'
    ]);
  });

  it('solid-chat/app: everything in one document', async () => {
    const chat = 'https://mia.example/public/chat.ttl#this';
    await hangs('solid-chat-app');
    expect(await lines(chat)).toEqual([['Who has the key to the shed?'], ['It hangs on the pear tree.']]);
    expect((await chatOf(anna.me, chat)(anna.asking.read)).title).toBe('Allotment');
  });
});
