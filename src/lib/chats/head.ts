import { Cannot } from '#lib/people/cannot.ts';
import { seen } from '#lib/people/contacts/seen.ts';
import type { House } from '#lib/people/me.ts';
import type { Read } from '#lib/query/ask.ts';
import { chat as chatOf } from './chat.question.ts';
import type { Chat } from './chat.ts';
import { hasFolder } from './places.ts';
import { sentences } from './words.ts';

/** The head of a chat before a verb changes something; fetched if it never was. Throws `Cannot` while it is unknown. */
export async function headFor(house: House, id: string): Promise<Chat> {
  const { me, asking, sync } = house;
  // The card of whoever is called its author (`whoseSpace`) is tried once: their server may be another, and away.
  const card: Read = async (url) => {
    if ((await asking.read(url)).document === undefined) await sync.refresh([url]);
    return asking.read(url);
  };
  const head = await seen(house, (read) =>
    chatOf(me, id)((url, wish) => (wish === 'known' ? card(url) : read(url, wish)))
  );
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
  if (host === house.me.id && !hasFolder(house.me.storage, id)) throw new Cannot(sentences.noFolder);
  return { ...head, host, owner };
}
