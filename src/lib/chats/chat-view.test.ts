import { expect, it } from 'vitest';
import type { KnownAuthors } from '#lib/people/known-authors.svelte.ts';
import { memoryWorld } from '#lib/solid/memory-world.ts';
import { chatView } from './chat-view.ts';
import { chats } from './chats.question.ts';
import { checksOf } from './checks.ts';
import { chatOfTwo, open, sees } from './house.testing.ts';
import { send } from './send.ts';

const authors = { of: (id: string) => ({ name: id.includes('omar') ? 'عمر' : 'Anna' }) };

it('a chat of which nothing is known yet has neither my name nor a day', async () => {
  const world = memoryWorld();
  const [anna, omar] = [open('anna', world), open('omar', world)];
  await chatOfTwo(anna, omar);
  const device = open('omar', world);
  await device.sync.refresh([`${omar.me.storage}settings/privateTypeIndex.ttl`, omar.me.id]);
  const [line] = await chats(device, checksOf(device))(device.asking.read);
  const view = chatView(device, authors as unknown as KnownAuthors, line!);
  expect(view).toMatchObject({ title: 'A chat', isGroup: true, last: 'Not read on this device yet' });
  expect(view.at).toBeUndefined();
  // Who is in it is known, what was said is not.
  await device.sync.refresh([line!.id.split('#')[0]!]);
  const [next] = await chats(device, checksOf(device))(device.asking.read);
  expect(chatView(device, authors as unknown as KnownAuthors, next!)).toMatchObject({
    title: 'Anna',
    last: 'Not read on this device yet'
  });
  await sees(device, line!.id);
  const [read] = await chats(device, checksOf(device))(device.asking.read);
  expect(chatView(device, authors as unknown as KnownAuthors, read!).last).toBe('Nothing said yet');
  for (const house of [anna, omar, device]) house.close();
});

it('a line has the direction of what was said, whatever the name of its speaker is written in', async () => {
  const world = memoryWorld();
  const [anna, omar] = [open('anna', world), open('omar', world)];
  const chat = await chatOfTwo(omar, anna, 'Boats');
  await send(omar, chat, { text: 'Wind?' });
  await omar.allSent();
  await sees(anna, chat);
  const [line] = await chats(anna, checksOf(anna))(anna.asking.read);
  expect(chatView(anna, authors as unknown as KnownAuthors, line!).last).toBe('\u2068عمر\u2069: Wind?');
  for (const house of [anna, omar]) house.close();
});
