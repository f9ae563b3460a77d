import type { View } from '#lib/cache/view.ts';
import { documentOf } from '#lib/people/address.ts';
import { isKnown } from '#lib/people/known.ts';
import type { House } from '#lib/people/me.ts';
import type { Question, Read } from '#lib/query/ask.ts';
import { opened } from './chat.question.ts';
import type { Chat, Messages, Window } from './chat.ts';
import type { Checks } from './checks.ts';
import { conversation } from './conversation.ts';
import { walk } from './days.ts';
import { judgeOf } from './judge-of.ts';
import { foundDays } from './looked-for.ts';
import type { Message } from './message.ts';
import { dayIn, dayOf } from './places.ts';
import { toldIn } from './saying.ts';

/**
 * A part of a chat, oldest first. Two requests where the index tells the newest day and that is today: the index and
 * the day. When `isStart` is false and the list is shorter than the window, `findDays` may know more.
 */
export function messages(house: House, checks: Checks, id: string, window: Window): Question<Messages> {
  return async (ask) => {
    const now = new Date(house.now());
    const { head, read, days } = await opened(house.me, id)(ask);
    const found = head.isCopy ? { days, isAll: true } : await foundDays(house, id);
    const index = documentOf(id);
    const isEnough = enough(id, window, head);
    const { views, isEnd } = await walk(read, id, { found: found.days, now, isEnough });
    const all = await listIn(house, checks, read, views, head);
    const shown = all.filter((message) => !head.clearedUntil || message.at > head.clearedUntil);
    const list = cut(shown, window);
    const newest = views.find((view) => view.document?.state !== 'missing')?.url;
    return {
      list,
      isStart: isEnd && list.length === shown.length && (found.isAll || reachesStart(views, id, head)),
      isComplete: head.isKnown && views.every((view) => isRead(view)),
      firstUnread: all.find((message) => isUnread(message, head))?.id,
      // What is away may come back; its days are not asked for again and again.
      follow: head.isCopy ? [index] : [...new Set([index, dayOf(id, now), ...(newest ? [newest] : [])])]
    };
  };
}

/** Messages of these documents, with signatures judged as far as that is known. */
export async function listIn(
  house: House,
  checks: Checks,
  read: Read,
  views: readonly View[],
  head: Chat
): Promise<Message[]> {
  const judge = await judgeOf(read, checks, views, documentOf(head.id));
  const waits = views.some((view) => view.waiting.length > 0);
  return conversation(views, head, house.me.id, judge, waits ? await house.sync.outbox() : []);
}

export const isUnread = (message: Message, { readUntil }: Chat): boolean =>
  !message.isMine && message.body.kind !== 'deleted' && (!readUntil || message.at > readUntil);

const isRead = (view: View): boolean =>
  isKnown(view) || view.waiting.length > 0 || view.document !== undefined;

function enough(id: string, window: Window, head: Chat): (views: readonly View[]) => boolean {
  const index = documentOf(id);
  return (views) => {
    const oldest = views.at(-1);
    if (!oldest) return false;
    const cleared = head.clearedUntil?.getTime();
    // What I cleared lies in this document or behind it.
    if (cleared !== undefined && (dayIn(id, oldest.url)?.date ?? 0) < cleared - 86_400_000) return true;
    const count = (some: readonly View[]) =>
      some.reduce((sum, view) => sum + toldIn(view, index).listed.length, 0);
    if (window.around === undefined) return count(views) >= window.count;
    const place = views.findIndex((view) => view.url === documentOf(window.around!));
    return place >= 0 && count(views.slice(place + 1)) >= window.count / 2;
  };
}

function cut(list: readonly Message[], { count, around }: Window): readonly Message[] {
  const place = around === undefined ? -1 : list.findIndex((message) => message.id === around);
  const from = place < 0 ? list.length - count : place - Math.floor(count / 2);
  return list.slice(Math.max(0, from));
}

/** Ours name every day before; where no day is older than the chat, there is none. */
export function reachesStart(views: readonly View[], id: string, { created }: Chat): boolean {
  const days = views.flatMap((view) => {
    const day = view.document?.state === 'missing' ? undefined : dayIn(id, view.url);
    return day ? [day.date] : [];
  });
  if (!created) return false;
  return days.length === 0 || Math.min(...days) <= created.getTime();
}
