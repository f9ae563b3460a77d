import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TestHouse } from '#lib/people/house.testing.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import { chat as chatOf } from './chat.question.ts';
import { deleteChat } from './delete-chat.ts';
import { chatOfTwo, sees, texts, three } from './house.testing.ts';
import { clearForMe, showCleared } from './kept.ts';
import { keptIn } from './mine.ts';
import { myChats } from './my-chats.question.ts';
import { send } from './send.ts';
import { setPicture } from './set-picture.ts';
import { setRole } from './set-role.ts';
import { startChat } from './start-chat.ts';

let world: World;
let anna: TestHouse;
let ben: TestHouse;
let cleo: TestHouse;
beforeEach(() => {
  world = memoryWorld();
  [anna, ben, cleo] = three(world);
});
afterEach(() => [anna, ben, cleo].forEach((house) => house.close()));

const webp = () => new Blob([new Uint8Array([1, 2])], { type: 'image/webp' });
const pictureOf = async (house: TestHouse, chat: string) => {
  await sees(house, chat);
  return (await chatOf(house.me, chat)(house.asking.read)).picture;
};

it('a picture lies where the people of the chat can read it and nobody else, and the one before goes', async () => {
  const { chat } = await startChat(anna, { people: [ben.me.id], title: 'Boats', picture: webp() });
  await anna.allSent();
  const first = await pictureOf(ben, chat);
  await expect(world.podFor(ben.me.id).readBlob(first!)).resolves.toBeTruthy();
  await expect(world.podFor(cleo.me.id).readBlob(first!)).rejects.toThrow('forbidden');
  await expect(setPicture(ben, chat, webp())).rejects.toThrow('looks after');
  await setRole(anna, chat, ben.me.id, 'moderator');
  await anna.allSent();
  await sees(ben, chat);
  await setPicture(ben, chat, webp());
  await ben.allSent();
  const second = await pictureOf(anna, chat);
  expect(second).not.toBe(first);
  expect([world.peek(first!), world.peek(second!)]).toEqual([undefined, expect.anything()]);
  await setPicture(anna, chat, null);
  await anna.allSent();
  expect([await pictureOf(ben, chat), world.peek(second!)]).toEqual([undefined, undefined]);
});

it('what I cleared is shown again, with what was cleared before still gone', async () => {
  const chat = await chatOfTwo(anna, ben);
  const says = async (text: string) => {
    await send(ben, chat, { text });
    await ben.allSent();
  };
  await says('One');
  await sees(anna, chat);
  await clearForMe(anna, chat);
  await says('Two');
  await sees(anna, chat);
  const before = await keptIn(anna, chat);
  await clearForMe(anna, chat);
  expect(await texts(anna, chat)).toEqual([]);
  await showCleared(anna, chat, before);
  expect(await texts(anna, chat)).toEqual(['Two']);
  await showCleared(anna, chat);
  expect(await texts(anna, chat)).toEqual(['One', 'Two']);
});

it('a chat being deleted is closed before anything goes, and is in my list until all has gone', async () => {
  const chat = await chatOfTwo(anna, ben);
  const { message } = await send(anna, chat, { text: 'Going' });
  await anna.allSent();
  const root = chat.replace(/index.*/, '');
  // Everything but the closing is held back: as if the app was killed in between.
  world.sky = ({ verb }) => (verb === 'remove' || verb === 'patch' ? 'offline' : 'fair');
  await deleteChat(anna, chat);
  const open = async (url: string) =>
    world
      .podFor(ben.me.id)
      .read(url)
      .then(
        () => true,
        () => false
      );
  await expect
    .poll(() => Promise.all([chat, message].map((url) => open(url.split('#')[0]!))), { timeout: 5_000 })
    .toEqual([false, false]);
  expect(world.peek(chat.split('#')[0]!)).toBeDefined();
  expect(String(world.peek(`${anna.me.storage}settings/privateTypeIndex.ttl`))).toContain(chat.split('#')[0]);
  world.sky = () => 'fair';
  anna.sync.wake();
  await anna.allSent();
  await expect(world.podFor(anna.me.id).list(root)).rejects.toThrow();
  expect(await myChats(anna.me)(anna.asking.read)).toEqual([]);
});
