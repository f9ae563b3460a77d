import type { Me } from '#lib/people/me.ts';
import type { Question } from '#lib/query/ask.ts';
import { chat as chatOf } from './chat.question.ts';
import type { Chat } from './chat.ts';
import { myChats } from './my-chats.question.ts';

/** The chat of me and one other person, by who takes part in it; the oldest, so that both come to the same. */
export function pairWith(me: Me, person: string): Question<Chat | undefined> {
  return async (read) => {
    const mine = await myChats(me)(read);
    const heads = await Promise.all(mine.map((id) => chatOf(me, id)(read)));
    return heads
      .filter(({ isPair, others, role }) => isPair && others[0] === person && role !== undefined)
      .sort((a, b) => (a.created?.getTime() ?? 0) - (b.created?.getTime() ?? 0) || (a.id < b.id ? -1 : 1))[0];
  };
}
