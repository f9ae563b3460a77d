import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import type { Question } from '#lib/query/ask.ts';
import { opened } from './chat.question.ts';
import type { Checks } from './checks.ts';
import type { Message } from './message.ts';
import { listIn } from './messages.question.ts';
import { dayIn } from './places.ts';

/** One message, wherever in the chat it lies. */
export function messageAt(
  house: House,
  checks: Checks,
  id: string,
  message: string
): Question<Message | undefined> {
  return async (ask) => {
    const document = documentOf(message);
    if (document !== documentOf(id) && !dayIn(id, document)) return undefined;
    const { head, read } = await opened(house.me, id)(ask);
    const view = await read(document, 'known');
    const all = await listIn(house, checks, read, [view], head);
    return all.find((each) => each.id === message || each.version === message);
  };
}
