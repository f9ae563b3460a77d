import type { OutboxEntry } from '#lib/cache/cache.ts';
import type { View } from '#lib/cache/view.ts';
import { documentOf } from '#lib/people/address.ts';
import { isKnown } from '#lib/people/known.ts';
import type { House } from '#lib/people/me.ts';
import type { Question, Read } from '#lib/query/ask.ts';
import { opened } from './chat.question.ts';
import type { Chat, Messages, Window } from './chat.ts';
import type { Checks } from './checks.ts';
import { conversation, type Listed } from './conversation.ts';
import { walk } from './days.ts';
import { inChat } from './in-chat.ts';
import { judgeOf } from './judge-of.ts';
import { foundDays } from './looked-for.ts';
import type { Message } from './message.ts';
import { isCleared, keptDocument, untilNow } from './mine.ts';
import { dayIn, dayOf } from './places.ts';
import { toldIn } from './saying.ts';

/** So many that were read stand above what is new, so that one sees where it goes on. */
const READ_BEFORE = 5;
const NOTHING_YET = {
  list: [],
  isStart: false,
  isComplete: false,
  isTorn: false,
  isBehind: false,
  firstUnread: undefined,
  readUntil: undefined,
  readAhead: new Set<string>()
};

/**
 * A part of a chat, oldest first. Two requests where the index tells the newest day and that is today: the index and
 * the day. When `isStart` is false and the list is shorter than the window, `findDays` may know more.
 */
export function messages(house: House, checks: Checks, id: string, window: Window): Question<Messages> {
  return async (ask) => {
    const now = new Date(house.now());
    const [index, today] = [documentOf(id), dayOf(id, now)];
    const before = await house.asking.read(index);
    const [, { head: said, read, days }, looked] = await Promise.all([
      // First: it is what takes long, and is looked at in any case (days.ts), but not where the chat is away.
      before.document?.problem ? undefined : ask(today, 'closed'),
      opened(house.me, id)(ask),
      foundDays(house, id)
    ]);
    const { document, waiting } = await read(index, 'closed');
    // Who may do what is not known yet, and to judge everything twice would keep the screen waiting.
    if (!document && waiting.length === 0) return { ...NOTHING_YET, follow: [index, today] };
    const head = untilNow(said, now.getTime());
    const found = head.isCopy ? { days, isAll: true } : looked;
    const isEnough = enough(id, window, head);
    const { views, isEnd, isBehind } = await walk(read, id, { found: found.days, now, isEnough });
    const talk = await conversationIn(house, checks, read, views, head);
    const shown = talk.listed.filter(({ at, saying }) => !isCleared(head, saying.id, at));
    const list = await talk.tell(cut(shown, window));
    const there = views.filter((view) => view.url !== index && view.document?.state !== 'missing');
    // What was said without a network before midnight (UTC) arrives in the day before, while people look.
    const followed = there.slice(0, window.count > 1 ? 2 : 1).map(({ url }) => url);
    return {
      list,
      isStart:
        isEnd && !isBehind && list.length === shown.length && (found.isAll || reachesStart(views, id, head)),
      // What I keep of it too: without that everything seems to be new.
      isComplete:
        head.isKnown && !isBehind && isRead(await read(keptDocument(house.me))) && views.every(isRead),
      isBehind,
      isTorn: views.some(({ document }) => document?.problem?.kind === 'broken'),
      firstUnread: await firstUnread(talk, list, head, house.me.id),
      readUntil: head.readUntil,
      readAhead: head.readAhead,
      // What is away may come back; its days are not asked for again and again.
      follow: head.isCopy ? [index] : [...new Set([index, today, ...followed])]
    };
  };
}

/** What stands in some documents, oldest first; a message is told, and its maker's key looked up, when it is asked for. */
export interface Talk {
  readonly listed: readonly Listed[];
  /** As far as they may be believed, in the same order. */
  tell(list: readonly Listed[]): Promise<Message[]>;
}

/** All messages of these documents, oldest first, with signatures judged as far as that is known. */
export async function listIn(...given: Parameters<typeof conversationIn>): Promise<Message[]> {
  const { listed, tell } = await conversationIn(...given);
  return tell(listed);
}

/** What stands in these documents. `atOnce` strangers are asked for their keys at once. */
export async function conversationIn(
  house: House,
  checks: Checks,
  read: Read,
  views: readonly View[],
  head: Chat,
  atOnce?: number
): Promise<Talk> {
  const people = new Set([...inChat(head), house.me.id]);
  const judge = judgeOf(house, read, checks, people, atOnce);
  // Where several times stand only the signature tells where the message belongs.
  const told = views.flatMap((view) => toldIn(view, documentOf(head.id)).listed);
  await judge.learn(told.filter(({ times }) => times.length > 1));
  const outbox = await waitingIn(house, read, views);
  const { listed, tell, behind } = conversation(views, head, house.me.id, judge, outbox);
  return {
    listed,
    async tell(list) {
      // The newest first: they are looked at.
      await judge.learn([...list].reverse().flatMap(behind));
      return list.map(tell);
    }
  };
}

/** What is on its way. What these wait for (a file) may be refused, and that is told beside them. */
async function waitingIn(house: House, read: Read, views: readonly View[]): Promise<readonly OutboxEntry[]> {
  const waiting = views.flatMap((view) => view.waiting);
  if (waiting.length === 0) return [];
  const needed = new Set(waiting.flatMap(({ after }) => after));
  const first = (await house.sync.outbox()).filter(({ id }) => needed.has(id));
  await Promise.all(first.map(({ document }) => read(document, 'known')));
  return house.sync.outbox();
}

export const isUnread = (
  message: Message,
  { readUntil, readAhead }: Pick<Chat, 'readUntil' | 'readAhead'>
): boolean =>
  !message.isMine &&
  message.body.kind !== 'deleted' &&
  (!readUntil || message.at > readUntil) &&
  !readAhead.has(message.id);

/** Of those that are not shown only as many are judged as it takes to find one. */
async function firstUnread(
  { listed, tell }: Talk,
  shown: readonly Message[],
  head: Chat,
  me: string
): Promise<string | undefined> {
  const told = new Map(shown.map((message) => [message.id, message]));
  const { readUntil } = head;
  for (const each of listed) {
    const { id, makers } = each.saying;
    if ((readUntil && each.at <= readUntil) || (makers.length === 1 && makers[0] === me)) continue;
    const message = told.get(id) ?? (await tell([each]))[0];
    if (message && isUnread(message, head)) return id;
  }
  return undefined;
}

/** Whether anything is known of it: what it says, or that it is not there. */
export const isRead = (view: View): boolean =>
  isKnown(view) || view.waiting.length > 0 || view.document !== undefined;

function enough(id: string, window: Window, head: Chat): (views: readonly View[]) => boolean {
  const index = documentOf(id);
  return (views) => {
    const oldest = views.at(-1);
    if (!oldest) return false;
    const cleared = head.clearedUntil?.getTime();
    // What I cleared lies in this document or behind it.
    if (cleared !== undefined && (dayIn(id, oldest.url)?.date ?? 0) < cleared - 86_400_000) return true;
    if (window.since && (dayIn(id, oldest.url)?.date ?? 0) > window.since.getTime()) return false;
    const count = (some: readonly View[]) =>
      some.reduce((sum, view) => sum + toldIn(view, index).listed.length, 0);
    if (window.around === undefined) return count(views) >= window.count;
    const place = views.findIndex((view) => view.url === documentOf(window.around!));
    return place >= 0 && count(views.slice(place + 1)) >= window.count / 2;
  };
}

function cut(list: readonly Listed[], { count, around, since }: Window): readonly Listed[] {
  const place = around === undefined ? -1 : list.findIndex(({ saying }) => saying.id === around);
  const from = place < 0 ? list.length - count : place - Math.floor(count / 2);
  const next = since ? list.findIndex(({ at }) => at > since) : -1;
  return list.slice(Math.max(0, next < 0 ? from : Math.min(from, next - READ_BEFORE)));
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
