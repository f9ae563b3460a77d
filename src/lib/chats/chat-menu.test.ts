import { expect, it, vi } from 'vitest';
import { memoryWorld } from '#lib/solid/memory-world.ts';
import { chatMenu } from './chat-menu.ts';
import { chats } from './chats.question.ts';
import { checksOf } from './checks.ts';
import { chatOfTwo, open, sees } from './house.testing.ts';
import { send } from './send.ts';

it('a chat with something new can be called read from the list, and only such a one', async () => {
  const world = memoryWorld();
  const [anna, omar] = [open('anna', world), open('omar', world)];
  const chat = await chatOfTwo(anna, omar);
  for (const text of ['Wind?', 'Rain?']) await send(anna, chat, { text });
  await anna.allSent();
  await sees(omar, chat);
  const line = async () => (await chats(omar, checksOf(omar))(omar.asking.read))[0]!;
  const read = async () =>
    chatMenu(omar, await line()).find((item) => item !== 'line' && item.label === 'Mark as read');
  const item = await read();
  if (!item || item === 'line' || !('run' in item)) throw new Error('It is not offered.');
  item.run();
  await vi.waitFor(async () => expect((await line()).unread).toBe(0), { timeout: 5_000 });
  expect(await read()).toBeUndefined();
  for (const house of [anna, omar]) house.close();
});
