import { afterAll, expect, it } from 'vitest';
import { momentAt } from '#lib/people/moment.ts';
import { memoryWorld } from '#lib/solid/memory-world.ts';
import { checksOf, type Checks } from './checks.ts';
import { chatOfTwo, open } from './house.testing.ts';
import { messages } from './messages.question.ts';
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
