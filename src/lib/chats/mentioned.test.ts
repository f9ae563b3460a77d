import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TestHouse } from '#lib/people/house.testing.ts';
import { checksOf } from './checks.ts';
import { chats } from './chats.question.ts';
import { editMessage } from './edit-message.ts';
import { chatOfTwo, open, sees } from './house.testing.ts';
import { mute } from './kept.ts';
import { remove } from './remove.ts';
import { send } from './send.ts';

let anna: TestHouse;
let ben: TestHouse;
let chat: string;
beforeEach(async () => {
  anna = open('anna');
  ben = open('ben', anna.world);
  chat = await chatOfTwo(anna, ben, 'Boats');
});
afterEach(() => [anna, ben].forEach((house) => house.close()));

it('counts for whoever is named, also where the chat is muted', async () => {
  await mute(ben, chat, true);
  await send(anna, chat, { text: '@Ben, soup?', mentions: [ben.me.id] });
  await send(anna, chat, { text: 'Anybody?' });
  await anna.allSent();
  await sees(ben, chat);
  const [line] = await chats(ben, checksOf(ben))(ben.asking.read);
  expect(line).toMatchObject({ isMuted: true, unread: 2, mentions: 1 });
});

it('stays when the text is changed and when they have left; goes when they are not named any more', async () => {
  const { message } = await send(anna, chat, { text: '@Ben, sop?', mentions: [ben.me.id] });
  await anna.allSent();
  const named = async () => (await sees(anna, chat)).list[0]!.mentions;
  await editMessage(anna, message, '@Ben, soup?');
  await anna.allSent();
  expect(await named()).toEqual([ben.me.id]);
  await remove(anna, chat, ben.me.id);
  await anna.allSent();
  expect(await named()).toEqual([ben.me.id]);
  await editMessage(anna, message, 'Soup?', undefined, []);
  await anna.allSent();
  expect(await named()).toEqual([]);
});
