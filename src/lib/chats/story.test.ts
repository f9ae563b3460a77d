import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestHouse } from '#lib/people/house.testing.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import { chat as chatOf } from './chat.question.ts';
import { chats } from './chats.question.ts';
import { checksOf } from './checks.ts';
import { deleteChat } from './delete-chat.ts';
import { deleteMessage } from './delete-message.ts';
import { editMessage } from './edit-message.ts';
import { chatOfTwo, joins, open, sees, texts, textsOf, three } from './house.testing.ts';
import { invite } from './invite.ts';
import { archive, clearForMe, markRead, mute, pin } from './kept.ts';
import { leave } from './leave.ts';
import { messages } from './messages.question.ts';
import { react, unreact } from './react.ts';
import { remove } from './remove.ts';
import { rename } from './rename.ts';
import { replyIn } from './reply-in.ts';
import { send } from './send.ts';
import { sendFile } from './send-file.ts';
import { setRole } from './set-role.ts';
import { startChat } from './start-chat.ts';
import { thread } from './thread.question.ts';

let world: World;
let anna: TestHouse;
let ben: TestHouse;
let cleo: TestHouse;
beforeEach(() => {
  world = memoryWorld();
  [anna, ben, cleo] = three(world);
});
afterEach(() => [anna, ben, cleo].forEach((house) => house.close()));

const says = async (house: TestHouse, chat: string, text: string) => {
  const { message } = await send(house, chat, { text });
  await house.allSent();
  return message;
};

describe('two people', () => {
  it('talk, and each sees the words of the other as their own', async () => {
    const chat = await chatOfTwo(anna, ben);
    await says(anna, chat, 'Soup is on the stove.');
    expect(await texts(ben, chat)).toEqual(['Soup is on the stove.']);
    await says(ben, chat, 'Coming!');
    for (const house of [anna, ben]) {
      const { list, isStart, isComplete } = await sees(house, chat);
      expect(
        list.map(({ body, maker, signature, flags, isMine }) => ({ body, maker, signature, flags, isMine }))
      ).toEqual(
        [
          {
            body: { kind: 'text', text: 'Soup is on the stove.' },
            maker: anna.me.id,
            isMine: house === anna
          },
          { body: { kind: 'text', text: 'Coming!' }, maker: ben.me.id, isMine: house === ben }
        ].map((each) => ({ ...each, signature: 'verified', flags: [] }))
      );
      expect({ isStart, isComplete }).toEqual({ isStart: true, isComplete: true });
    }
  });

  it('have one chat, whoever begins', async () => {
    const chat = await chatOfTwo(anna, ben);
    expect((await startChat(anna, { people: [ben.me.id] })).chat).toBe(chat);
    expect((await startChat(ben, { people: [anna.me.id] })).chat).toBe(chat);
    expect((await startChat(ben, { people: [anna.me.id], title: 'Boats' })).chat).not.toBe(chat);
  });

  it('are alone: nobody else can read any of it', async () => {
    const chat = await chatOfTwo(anna, ben);
    const day = (await says(anna, chat, 'Just us.')).split('#')[0]!;
    for (const url of [chat.split('#')[0]!, day, day.slice(0, day.lastIndexOf('/') + 1)]) {
      await expect(world.podFor(cleo.me.id).read(url)).rejects.toThrow('forbidden');
      await expect(world.podFor().read(url)).rejects.toThrow('unauthorised');
    }
  });

  it('edit, delete and react, both ways', async () => {
    const chat = await chatOfTwo(anna, ben);
    const one = await says(ben, chat, 'Tomorow');
    const two = await says(anna, chat, 'Never mind');
    await editMessage(ben, one, 'Tomorrow');
    await ben.allSent();
    await sees(anna, chat);
    await deleteMessage(anna, two);
    await react(anna, one, '👍');
    await anna.allSent();
    const { list } = await sees(ben, chat);
    expect(textsOf(await sees(ben, chat))).toEqual(['Tomorrow', 'deleted']);
    expect(list[0]).toMatchObject({
      id: one,
      signature: 'verified',
      reactions: [{ emoji: '👍', people: [anna.me.id] }]
    });
    expect(list[0]!.edited).toBeInstanceOf(Date);
    expect(list[1]!.body).toMatchObject({ kind: 'deleted', by: anna.me.id });
    await react(ben, one, '🎉');
    await ben.allSent();
    const mine = (await sees(ben, chat)).list[0]!.reactions.find(({ mine }) => mine)!.mine!;
    await unreact(ben, mine);
    await ben.allSent();
    const theirs = (await sees(anna, chat)).list[0]!.reactions;
    expect(theirs.map(({ emoji }) => emoji)).toEqual(['👍']);
    await unreact(anna, theirs[0]!.mine!);
    await anna.allSent();
    expect((await sees(ben, chat)).list[0]!.reactions).toEqual([]);
  });

  it('cannot change what the other said', async () => {
    const chat = await chatOfTwo(anna, ben);
    const one = await says(anna, chat, 'Mine');
    await sees(ben, chat);
    await expect(editMessage(ben, one, 'Yours')).rejects.toThrow('Only who wrote');
    await expect(deleteMessage(ben, one)).rejects.toThrow('Only who wrote');
    const two = await says(ben, chat, 'Rude');
    await sees(anna, chat);
    await deleteMessage(anna, two);
    await anna.allSent();
    expect(await texts(ben, chat)).toEqual(['Mine', 'deleted']);
  });

  it('answer in a thread, quote, and send files', async () => {
    const chat = await chatOfTwo(anna, ben);
    const one = await says(anna, chat, 'Where do we meet?');
    await sees(ben, chat);
    await replyIn(ben, one, { text: 'At the pier' });
    await send(ben, chat, { text: 'Yes', replyTo: one, mentions: [anna.me.id] });
    await sendFile(ben, chat, {
      file: new Blob([new Uint8Array([1])], { type: 'image/jpeg' }),
      name: 'The Pier.JPG'
    });
    await ben.allSent();
    const { list } = await sees(anna, chat);
    expect(list).toHaveLength(4);
    expect(list[0]!.thread).toMatchObject({ replies: 1 });
    expect(list[1]!.inThread).toBe(list[0]!.thread!.id);
    expect(list[2]).toMatchObject({ replyTo: one, mentions: [anna.me.id] });
    expect(list[3]!.body).toMatchObject({
      kind: 'file',
      isPicture: true,
      name: expect.stringMatching(/The-Pier\.jpg$/)
    });
    const told = await thread(anna, checksOf(anna), chat, list[0]!.thread!.id)(anna.asking.read);
    expect(told.map(({ id }) => id)).toEqual([list[0]!.id, list[1]!.id]);
    expect(await world.podFor(ben.me.id).readBlob((list[3]!.body as { url: string }).url)).toBeTruthy();
    await expect(world.podFor(cleo.me.id).readBlob((list[3]!.body as { url: string }).url)).rejects.toThrow(
      'forbidden'
    );
  });
});

describe('a group', () => {
  it('lets in, gives roles, and shuts out', async () => {
    const chat = await chatOfTwo(anna, ben, 'Boats');
    await says(anna, chat, 'One');
    await invite(anna, chat, cleo.me.id, 'reader');
    await anna.allSent();
    expect(await joins(cleo)).toEqual([chat]);
    expect(await texts(cleo, chat)).toEqual(['One']);
    await expect(send(cleo, chat, { text: 'Two' })).rejects.toThrow('not write');
    await setRole(anna, chat, cleo.me.id, 'moderator');
    await anna.allSent();
    await sees(cleo, chat);
    const rude = await says(ben, chat, 'Rude');
    await sees(cleo, chat);
    await deleteMessage(cleo, rude);
    await says(cleo, chat, 'Be kind');
    expect(await texts(ben, chat)).toEqual(['One', 'deleted', 'Be kind']);
    await setRole(anna, chat, cleo.me.id, 'member');
    await anna.allSent();
    expect(await texts(ben, chat)).toEqual(['One', 'deleted', 'Be kind']);
    await remove(anna, chat, cleo.me.id);
    await anna.allSent();
    await expect(world.podFor(cleo.me.id).read(chat.split('#')[0]!)).rejects.toThrow('forbidden');
    const { list } = await sees(ben, chat);
    expect(list.map(({ flags }) => flags)).toEqual([[], [], []]);
    const head = await chatOf(ben.me, chat)(ben.asking.read);
    expect(head).toMatchObject({
      title: 'Boats',
      others: [anna.me.id],
      former: [{ id: cleo.me.id, until: expect.any(Date) as Date }],
      isPair: false
    });
  });

  it('is named by who looks after it alone', async () => {
    const chat = await chatOfTwo(anna, ben, 'Boats');
    await sees(ben, chat);
    await expect(rename(ben, chat, 'Trains')).rejects.toThrow('looks after');
    await rename(anna, chat, 'Ships');
    await anna.allSent();
    await sees(ben, chat);
    expect((await chatOf(ben.me, chat)(ben.asking.read)).title).toBe('Ships');
  });
});

describe('for myself', () => {
  it('I pin, mute, archive, read and clear, on all my devices, and nobody else is told', async () => {
    const chat = await chatOfTwo(anna, ben);
    await says(ben, chat, 'One');
    await says(ben, chat, 'Two');
    expect((await sees(anna, chat)).firstUnread).toBeDefined();
    await markRead(anna, chat);
    await pin(anna, chat, true);
    await mute(anna, chat, true);
    await archive(anna, chat, true);
    await archive(anna, chat, false);
    await anna.allSent();
    const device = open('anna', world);
    const { firstUnread, list } = await sees(device, chat);
    expect({ firstUnread, texts: list.length }).toEqual({ firstUnread: undefined, texts: 2 });
    expect(await chatOf(anna.me, chat)(device.asking.read)).toMatchObject({
      isPinned: true,
      isMuted: true,
      isArchived: false
    });
    await clearForMe(device, chat);
    await device.allSent();
    await says(ben, chat, 'Three');
    expect(await texts(device, chat)).toEqual(['Three']);
    expect(await texts(ben, chat)).toEqual(['One', 'Two', 'Three']);
    await expect(world.podFor(ben.me.id).read('https://anna.example/settings/chats.ttl')).rejects.toThrow();
    device.close();
  });

  it('the list shows the latest, counts what is new, and forgets what I left', async () => {
    const chat = await chatOfTwo(anna, ben);
    const boats = await chatOfTwo(anna, ben, 'Boats');
    await says(ben, chat, 'Early');
    await says(anna, boats, 'Later');
    await sees(anna, chat);
    await sees(ben, boats);
    const list = async (house: TestHouse) =>
      (await chats(house, checksOf(house))(house.asking.read)).map(({ id, unread }) => [id, unread]);
    expect(await list(ben)).toEqual([
      [boats, 1],
      [chat, 0]
    ]);
    await leave(ben, boats);
    await ben.allSent();
    expect(await list(ben)).toEqual([[chat, 0]]);
    await deleteChat(anna, chat);
    await anna.allSent();
    expect((await list(anna)).map(([id]) => id)).toEqual([boats]);
    expect(world.peek(chat.split('#')[0]!)).toBeUndefined();
    await expect(world.podFor(anna.me.id).list(chat.replace(/index.*/, ''))).rejects.toThrow();
  });
});

describe('without a network', () => {
  it('a chat is started and words are said; later all of it arrives, in order, once', async () => {
    const known = await chatOfTwo(anna, ben);
    await says(anna, known, 'So that there is a key');
    world.sky = () => 'offline';
    const { chat } = await startChat(anna, { people: [ben.me.id], title: 'Boats' });
    const first = await send(anna, chat, { text: 'One' });
    await send(anna, chat, { text: 'Two' });
    await editMessage(anna, first.message, 'One, changed');
    await send(anna, known, { text: 'And here' });
    const { list } = await messages(anna, checksOf(anna), chat, { count: 9 })(anna.asking.read);
    expect(list.map(({ body, sending }) => [body, sending?.state])).toEqual([
      [{ kind: 'text', text: 'One, changed' }, 'waiting'],
      [{ kind: 'text', text: 'Two' }, 'waiting']
    ]);
    world.sky = ({ verb }) => (verb === 'setAccess' ? 'offline' : 'fair');
    anna.sync.wake();
    await expect
      .poll(() => world.log.some(({ verb }) => verb === 'setAccess'), { timeout: 5_000 })
      .toBe(true);
    expect(
      world.log.filter(({ url, verb }) => verb === 'patch' && url.startsWith(chat.replace(/index.*/, '')))
    ).toEqual([]);
    world.sky = () => 'fair';
    anna.sync.wake();
    await anna.allSent();
    expect(await joins(ben)).toEqual([chat]);
    expect(await texts(ben, chat)).toEqual(['One, changed', 'Two']);
    expect(await texts(ben, known)).toEqual(['So that there is a key', 'And here']);
  });
});
