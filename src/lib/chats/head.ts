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

/** The same, for what only its owner may do. */
export async function ownHead(
  house: House,
  id: string
): Promise<Chat & { readonly host: string; readonly owner: string }> {
  const head = await headFor(house, id);
  const { host, owner } = head;
  if (host === undefined || owner !== house.me.id) throw new Cannot(sentences.notOwn);
  return { ...head, host, owner };
}
