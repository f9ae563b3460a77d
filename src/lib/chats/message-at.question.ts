import type { View } from '#lib/cache/view.ts';
import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import type { Question, Read } from '#lib/query/ask.ts';
import { opened } from './chat.question.ts';
import type { Chat } from './chat.ts';
import type { Checks } from './checks.ts';
import type { Message } from './message.ts';
import { conversationIn, isRead } from './messages.question.ts';
import { isPartOf } from './places.ts';

/** A message by its address; `coming`: what would hold it was not read yet, so nobody can tell; undefined: it is not there. */
export type Found = Message | 'coming' | undefined;

/** One message, wherever in the chat it lies. */
export function messageAt(house: House, checks: Checks, id: string, message: string): Question<Found> {
  return async (ask) => {
    const document = documentOf(message);
    if (!isPartOf(id, document)) return undefined;
    const { head, read } = await opened(house.me, id)(ask);
    const view = await read(document, 'known');
    return isRead(view) ? messageIn(house, checks, read, view, head, message) : 'coming';
  };
}

/** A message of a document, by its address or that of its version that stands now. Only this one is judged, if it can be. */
export async function messageIn(
  house: House,
  checks: Checks,
  read: Read,
  view: View,
  head: Chat,
  message: string
): Promise<Message | undefined> {
  const { listed, tell } = await conversationIn(house, checks, read, [view], head);
  const found = listed.find(({ saying }) => saying.id === message);
  if (found) return (await tell([found]))[0];
  return (await tell(listed)).find(({ version }) => version === message);
}
