import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import { standsIn, storagesIn } from '#lib/people/storage.ts';
import type { Read } from '#lib/query/ask.ts';
import type { Chat } from './chat.ts';

/**
 * Who invites: the person in whose space the chat lies, as their own card says. A chat may name anybody as its author,
 * and a letter proves nothing of its sender. Undefined where that is not known: then only the chat's place can be told.
 * Somebody's card at another server than the chat's is not asked for this, or an invitation could send me anywhere.
 */
export async function inviterOf(
  house: House,
  read: Read,
  { id, host }: Pick<Chat, 'id' | 'host'>
): Promise<string | undefined> {
  if (host === undefined || !URL.canParse(host)) return undefined;
  const card = documentOf(host);
  const isThere = new URL(host).origin === new URL(id).origin;
  const { graph } = isThere ? await read(card, 'known') : await house.asking.read(card);
  return standsIn(documentOf(id), storagesIn(graph, host)) ? host : undefined;
}
