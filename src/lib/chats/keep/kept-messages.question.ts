import type { View } from '#lib/cache/view.ts';
import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import type { Question } from '#lib/query/ask.ts';
import type { Messages, Window } from '../chat.ts';
import type { Checks } from '../checks.ts';
import { messages } from '../messages.question.ts';
import { copyFolder } from './copy-place.ts';
import { fromCopy } from './from-copy.ts';

export interface KeptMessages extends Messages {
  /** The chat is gone, or closed to me: this is what my copy holds. */
  readonly isCopy: boolean;
}

/** `messages`, and where the chat is gone or closed to me, the same from my copy, if there is one. */
export function keptMessages(
  house: House,
  checks: Checks,
  id: string,
  window: Window
): Question<KeptMessages> {
  const asked = messages(house, checks, id, window);
  return async (read) => {
    const index = documentOf(id);
    if (isGone(await read(index))) {
      const copied = fromCopy(read, id, await copyFolder(house.me, id));
      if ((await copied(index)).graph.quads.length > 0) return { ...(await asked(copied)), isCopy: true };
    }
    return { ...(await asked(read)), isCopy: false };
  };
}

/** Only what the server says: a space that does not answer is no chat that is gone. */
const isGone = ({ document, waiting }: View): boolean =>
  waiting.length === 0 && (document?.state === 'missing' || document?.state === 'forbidden');
