import type { House } from '#lib/people/me.ts';
import type { Question } from '#lib/query/ask.ts';
import { AHEAD } from './ahead.ts';
import { chat as chatOf } from './chat.question.ts';
import type { ChatLine } from './chat.ts';
import type { Checks } from './checks.ts';
import { untilNow } from './mine.ts';
import { isShut } from './may-write.ts';
import { isUnread, messages } from './messages.question.ts';
import { myChats } from './my-chats.question.ts';

/** Unread messages that are counted; more are "more". */
const COUNTED = 50;

/** My chats, pinned ones first, then by the latest message. */
export function chats(house: House, checks: Checks): Question<ChatLine[]> {
  return async (read) => {
    const mine = await myChats(house.me)(read);
    const lines = await Promise.all(
      mine.map(async (id): Promise<ChatLine> => {
        const head = untilNow(await chatOf(house.me, id)(read), house.now());
        const { list, isComplete } = await messages(house, checks, id, { count: COUNTED })(read);
        // Whom a chat has shut out it does not wait for.
        const isOver = !head.isCopy && isShut(head.problem);
        const unread = isOver ? [] : list.filter((message) => isUnread(message, head));
        // A message dated ahead would hold its chat at the top for good.
        const told = list.findLast(({ at }) => at.getTime() <= house.now() + AHEAD);
        const last = told ?? list.at(-1);
        return {
          ...head,
          last,
          isRead: isComplete,
          at: told?.at ?? head.created ?? new Date(0),
          unread: unread.length,
          unreadIsMore: unread.length > 0 && unread.length === list.length && list.length === COUNTED,
          mentions: unread.filter(({ mentions }) => mentions.includes(house.me.id)).length
        };
      })
    );
    return lines.sort(
      (a, b) =>
        Number(b.isPinned) - Number(a.isPinned) || b.at.getTime() - a.at.getTime() || (a.id < b.id ? -1 : 1)
    );
  };
}
