import { afterAll, expect, it } from 'vitest';
import { documentOf } from '#lib/people/address.ts';
import { momentAt } from '#lib/people/moment.ts';
import { memoryWorld } from '#lib/solid/memory-world.ts';
import { checksOf, type Checks } from './checks.ts';
import { chatOfTwo, open, textsOf } from './house.testing.ts';
import { messages } from './messages.question.ts';
import { dayOf } from './places.ts';
import { sees } from './sees.testing.ts';
import { send } from './send.ts';

const world = memoryWorld();
const [anna, ben] = [open('anna', world), open('ben', world)];
afterAll(() => [anna, ben].forEach((house) => house.close()));

it('only what is in the window, and the first that is unread, is judged', async () => {
  const chat = await chatOfTwo(anna, ben);
  const sent: string[] = [];
  const noon = Math.floor(Date.now() / 86_400_000) * 86_400_000 - 43_200_000;
  for (let n = 0; n < 12; n++)
    sent.push((await send(anna, chat, { text: `${n}` }, momentAt(new Date(noon + n * 1_000)))).message);
  await anna.allSent();
  await sees(ben, chat);

  const judged = new Set<string>();
  const checks: Checks = {
    ...checksOf(ben),
    verdict(signed) {
      judged.add(signed.id);
      return undefined;
    }
  };
  const { list, firstUnread } = await messages(ben, checks, chat, { count: 3 })(ben.asking.read);
  expect(list.map(({ id }) => id)).toEqual(sent.slice(-3));
  expect(firstUnread).toBe(sent[0]);
  expect([...judged].sort()).toEqual([sent[0], ...sent.slice(-3)].sort());
});

it('is not all while the new day, which the index names already, was not read since', async () => {
  const chat = await chatOfTwo(anna, ben, 'Boats');
  const yesterday = momentAt(new Date(Date.now() - 86_400_000));
  await send(anna, chat, { text: 'Before midnight' }, yesterday);
  await anna.allSent();
  await sees(ben, chat);
  const asked = messages(ben, checksOf(ben), chat, { count: 50 });
  expect(textsOf(await asked(ben.asking.read))).toEqual(['Before midnight']);
  await send(anna, chat, { text: 'After midnight' });
  await anna.allSent();
  // News of the two documents come one after the other.
  await ben.sync.refresh([documentOf(chat)]);
  expect((await asked(ben.asking.read)).isComplete).toBe(false);
  await ben.sync.refresh([dayOf(chat, new Date())]);
  const now = await asked(ben.asking.read);
  expect([now.isComplete, textsOf(now)]).toEqual([true, ['Before midnight', 'After midnight']]);
});
