import { expect, it } from 'vitest';
import { momentAt } from '#lib/people/moment.ts';
import { memoryWorld } from '#lib/solid/memory-world.ts';
import { chatOfTwo, open, sees } from './house.testing.ts';
import { dayOf } from './places.ts';
import { send } from './send.ts';

it('an open chat follows the day before, where what was written offline before midnight arrives', async () => {
  const world = memoryWorld();
  const [anna, omar] = [open('anna', world), open('omar', world)];
  const chat = await chatOfTwo(anna, omar);
  const now = omar.now();
  const at = (days: number) => momentAt(new Date(now - days * 86_400_000));
  for (const days of [3, 2, 1]) {
    await send(anna, chat, { text: `${days} days ago` }, at(days));
    await anna.allSent();
  }
  const [before, last] = [at(2), at(1)].map((moment) => dayOf(chat, moment.at));
  const today = dayOf(chat, new Date(now));
  const index = chat.split('#')[0];
  const follow = async (count: number) => (await sees(omar, chat, { count })).follow;
  expect(await follow(50)).toEqual([index, today, last, before]);
  // A line of the list is not worth another channel.
  expect(await follow(1)).toEqual([index, today, last]);
  for (const house of [anna, omar]) house.close();
});
