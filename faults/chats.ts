import { checksOf } from '#lib/chats/checks.ts';
import type { Message } from '#lib/chats/message.ts';
import { messages } from '#lib/chats/messages.question.ts';
import { sees } from '#lib/chats/sees.testing.ts';
import { send } from '#lib/chats/send.ts';
import { signingKey } from '#lib/chats/signing-key.ts';
import { startChat } from '#lib/chats/start-chat.ts';
import type { House } from '#lib/people/me.ts';
import { momentAt } from '#lib/people/moment.ts';
import type { Ground } from './ground.ts';

/** The one whom the person talks to. Nothing ever goes wrong with them. */
export type Friend = House & { allSent(): Promise<void>; close(): void };

/** More than a story has. */
const ALL = { count: 1_000 };

/**
 * Before anything goes wrong: a chat in the person's own space, and one in the friend's, where the person may only add.
 * The friend has said a word in each.
 */
export async function startChats(ground: Ground, house: House): Promise<string[]> {
  const { friend } = ground;
  const now = () => momentAt(new Date(ground.time()));
  const mine = (await startChat(house, { people: [friend.me.id], title: 'Mine' }, now())).chat;
  // Whoever never spoke cannot do so for the first time without a network.
  await signingKey(house);
  await sent(ground, house);
  const theirs = (await startChat(friend, { people: [house.me.id], title: 'Theirs' }, now())).chat;
  await friend.allSent();
  for (const chat of [mine, theirs]) {
    await sees(friend, chat);
    await send(friend, chat, { text: 'Hello' }, now());
    await friend.allSent();
    await sees(house, chat);
  }
  return [mine, theirs];
}

async function sent(ground: Ground, { sync }: House): Promise<void> {
  while ((await sync.outbox()).length > 0) {
    sync.wake();
    await ground.pass(1_000);
    await ground.breathe();
  }
}

/** What the person's screen shows of a chat, from the device's memory. */
export const shown = async (house: House, chat: string): Promise<readonly Message[]> =>
  (await messages(house, checksOf(house), chat, ALL)(house.asking.read)).list;

/** What the friend's screen shows of it, fetched now. */
export const shownTo = async (friend: Friend, chat: string): Promise<readonly Message[]> =>
  (await sees(friend, chat, ALL)).list;

/** A message as a line of the ledger says it: its words; nothing when it was taken back. */
export const wordsOf = ({ body }: Message): string | null => (body.kind === 'text' ? body.text : null);
