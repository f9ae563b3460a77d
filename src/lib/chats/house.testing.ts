import { expect } from 'vitest';
import { testHouse, type TestHouse } from '#lib/people/house.testing.ts';
import { processInbox } from '#lib/people/inbox/process-inbox.ts';
import type { House } from '#lib/people/me.ts';
import type { Moment } from '#lib/people/moment.ts';
import type { World } from '#lib/solid/memory-world.ts';
import type { Invitation, Messages } from './chat.ts';
import { checksOf } from './checks.ts';
import { invitations } from './invitations.question.ts';
import { join } from './join.ts';
import { lookAt } from './look-at.ts';
import { sees } from './sees.testing.ts';

export { sees };

export const open = (name: string, world?: World): TestHouse => testHouse(name, world);

/** The texts, oldest first. */
export const textsOf = ({ list }: Messages): string[] =>
  list.map(({ body }) => (body.kind === 'text' ? body.text : body.kind));

export const texts = async (house: House, chat: string): Promise<string[]> =>
  textsOf(await sees(house, chat));

/** The invitations that lie in the inbox, as far as they were read, with all that may be asked for by itself. */
export async function invited(house: House): Promise<Invitation[]> {
  const ask = () =>
    invitations(house)(async (url) => {
      await house.sync.refresh([url.split('#')[0]!]);
      return house.asking.read(url);
    });
  await ask();
  await checksOf(house).done();
  return ask();
}

/** Looks into the inbox and takes part in whatever it finds there. */
export async function joins(
  house: TestHouse | (House & { allSent(): Promise<void> }),
  now?: Moment
): Promise<string[]> {
  await processInbox(house);
  for (const each of await invited(house)) if (!each.isLooked) await lookAt(house, each);
  const found = (await invited(house)).filter(({ isLooked }) => isLooked);
  for (const each of found) await join(house, each, now);
  await house.allSent();
  return found.map(({ chat }) => chat.id);
}

/** Two people in one chat that the first started. */
export async function chatOfTwo(
  one: House & { allSent(): Promise<void> },
  other: House & { allSent(): Promise<void> },
  title?: string
): Promise<string> {
  const { startChat } = await import('./start-chat.ts');
  const { chat } = await startChat(one, { people: [other.me.id], title });
  await one.allSent();
  expect(await joins(other)).toEqual([chat]);
  return chat;
}
