import { expect } from 'vitest';
import { testHouse, type TestHouse } from '#lib/people/house.testing.ts';
import { processInbox } from '#lib/people/inbox/process-inbox.ts';
import type { House } from '#lib/people/me.ts';
import type { Moment } from '#lib/people/moment.ts';
import type { World } from '#lib/solid/memory-world.ts';
import { checksOf } from './checks.ts';
import type { Messages, Window } from './chat.ts';
import { invitations } from './invitations.question.ts';
import { join } from './join.ts';
import { messages } from './messages.question.ts';

export const open = (name: string, world?: World): TestHouse => testHouse(name, world);

/** What a person sees of a chat once everything is fetched and checked. */
export async function sees(house: House, chat: string, window: Window = { count: 50 }): Promise<Messages> {
  const checks = checksOf(house);
  const asked = new Set<string>();
  const read = async (url: string) => {
    const document = url.split('#')[0]!;
    if (!asked.has(document)) {
      asked.add(document);
      await house.sync.refresh([document]);
    }
    return house.asking.read(document);
  };
  await messages(house, checks, chat, window)(read);
  await checks.done();
  return messages(house, checks, chat, window)(read);
}

/** The texts, oldest first. */
export const textsOf = ({ list }: Messages): string[] =>
  list.map(({ body }) => (body.kind === 'text' ? body.text : body.kind));

export const texts = async (house: House, chat: string): Promise<string[]> =>
  textsOf(await sees(house, chat));

/** Looks into the inbox and takes part in whatever it finds there. */
export async function joins(
  house: TestHouse | (House & { allSent(): Promise<void> }),
  now?: Moment
): Promise<string[]> {
  await processInbox(house);
  const found = await invitations(house)(async (url) => {
    await house.sync.refresh([url.split('#')[0]!]);
    return house.asking.read(url);
  });
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
