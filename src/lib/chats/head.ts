import { Cannot } from '#lib/people/cannot.ts';
import { seen } from '#lib/people/contacts/seen.ts';
import type { House } from '#lib/people/me.ts';
import { chat as chatOf } from './chat.question.ts';
import type { Chat } from './chat.ts';
import { sentences } from './words.ts';

/** The head of a chat before a verb changes something; fetched if it never was. Throws `Cannot` while it is unknown. */
export async function headFor(house: House, id: string): Promise<Chat> {
  const head = await seen(house, chatOf(house.me, id));
  if (!head?.isKnown) throw new Cannot(sentences.unknown);
  return head;
}

/** The same, for what only who started the chat may do. */
export async function ownHead(house: House, id: string): Promise<Chat> {
  const head = await headFor(house, id);
  if (!head.isOwn || head.role !== 'owner') throw new Cannot(sentences.notOwn);
  return head;
}
