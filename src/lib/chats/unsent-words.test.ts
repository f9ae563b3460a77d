import { expect, it } from 'vitest';
import { memoryWorld } from '#lib/solid/memory-world.ts';
import { editMessage } from './edit-message.ts';
import { chatOfTwo, open, sees } from './house.testing.ts';
import { react } from './react.ts';
import { remove } from './remove.ts';
import { send } from './send.ts';
import { unsentWords } from './unsent-words.ts';

it('knows which words came back, whatever else of a message was refused', async () => {
  const world = memoryWorld();
  const [anna, omar] = [open('anna', world), open('omar', world)];
  const chat = await chatOfTwo(anna, omar);
  const one = (await send(anna, chat, { text: 'Wind?' })).message;
  await anna.allSent();
  const two = (await send(omar, chat, { text: 'West' })).message;
  await omar.allSent();
  expect((await sees(omar, chat)).list).toHaveLength(2);
  await remove(anna, chat, omar.me.id);
  await anna.allSent();

  await react(omar, one, '👍');
  await editMessage(omar, two, 'North');
  await send(omar, chat, { text: 'Anybody?' });
  await expect(omar.allSent()).rejects.toThrow();
  const { list } = await sees(omar, chat);
  const outbox = await omar.sync.outbox();
  expect(list.map((message) => [message.sending?.state, unsentWords(outbox, message)])).toEqual([
    ['refused', undefined],
    ['refused', 'North'],
    ['refused', 'Anybody?']
  ]);
  for (const house of [anna, omar]) house.close();
});
