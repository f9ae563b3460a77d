import type { View } from '#lib/cache/view.ts';
import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import type { Read } from '#lib/query/ask.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { AS } from '#lib/rdf/vocab.ts';
import { time } from '#lib/rdf/shape.ts';
import { text } from '#lib/rdf/terms.ts';
import { AHEAD } from './ahead.ts';
import type { Chat } from './chat.ts';
import { daysNamed, firstDay, walk } from './days.ts';
import { hasRoom } from './has-room.ts';
import { isTaken, partWithRoom, placesAbove } from './in-the-way.ts';
import { foundDays } from './looked-for.ts';
import { dayIn, dayOf, newestDay, type Day } from './places.ts';
import { toldIn } from './saying.ts';
import { comesAfter, newestDayIs } from './statements.ts';

/** Parts of a day have four digits at most (`dayIn`). */
const UNFORESEEN = 1_000;

/** Where the next message goes, when it is said to be written, and what must be said so that it is found. */
export interface Place {
  readonly day: string;
  readonly at: Date;
  /** In the day's document, if it is new: the one before. */
  readonly links: readonly Quad[];
  /** In other documents: that there is a new day. */
  readonly elsewhere: readonly {
    readonly document: string;
    readonly insert: Quad[];
    readonly delete: Quad[];
  }[];
}

/** `now` is the moment of writing; the message never stands before what its writer has seen. */
export async function placeFor(house: House, chat: Chat, now: Date): Promise<Place> {
  const { read } = house.asking;
  const index = await read(documentOf(chat.id));
  const found = await foundDays(house, chat.id);
  const { views } = await walk(read, chat.id, {
    found: found.days,
    now,
    isEnough: (some) => some.length >= 3
  });
  const at = new Date(Math.max(now.getTime(), ...views.map((view) => newestTime(view, chat, now) + 1)));
  const day = await dayWithRoom(house, chat.id, at, views);
  const named = [
    ...daysNamed(index.graph, chat.id, now),
    ...views.flatMap((view) => daysNamed(view.graph, chat.id, now))
  ];
  const newest = await newestOf(named, read, index);
  if (named.some(({ url }) => url === day)) return { day, at, links: [], elsewhere: [] };
  const mayMove = chat.role === 'owner' || chat.role === 'moderator';
  // Nobody who looks after the chat has said a word in it yet: its first day is where readers come by.
  const made = firstDay(index, chat.id, now);
  const first = made === undefined ? undefined : dayIn(chat.id, made);
  const before = newest ?? (first && first.date < dayIn(chat.id, day)!.date ? first : undefined);
  return {
    day,
    at,
    links: before && isBefore(before, day, chat.id) ? [comesAfter(day, before.url)] : [],
    elsewhere: [told(chat, day, before, mayMove, index.graph.about(chat.id))].filter(
      (one) => one !== undefined
    )
  };
}

/**
 * Where a reader comes by. Whoever may add to a document can name days that are none: what was read and holds nothing,
 * or cannot be read, is no place to say anything in. One that the index names may have begun since it was read.
 */
async function newestOf(named: readonly Day[], read: Read, index: View): Promise<Day | undefined> {
  for (const day of [...named].sort(newestDay)) {
    const view = await read(day.url);
    const { document } = view;
    const isOlder = (document?.seen ?? 0) < (index.document?.seen ?? 0);
    const isNew = document === undefined || (document.state === 'missing' && isOlder);
    if (isNew || toldIn(view, index.url).listed.length > 0) return day;
  }
  return undefined;
}

/**
 * How others come to know of a new day. Only who looks after the chat may write in its index; everybody else says it in
 * the newest day that is known, where a reader comes by. A day before the newest (written with a clock behind) is named
 * there too.
 */
function told(
  chat: Chat,
  day: string,
  newest: Day | undefined,
  mayMove: boolean,
  said: readonly Quad[]
): Place['elsewhere'][number] | undefined {
  if (newest && !isBefore(newest, day, chat.id)) {
    return { document: newest.url, insert: [comesAfter(newest.url, day)], delete: [] };
  }
  if (mayMove) {
    const old = said.filter(({ predicate }) => predicate.value === AS.current);
    return { document: documentOf(chat.id), insert: [newestDayIs(chat.id, day)], delete: old };
  }
  return newest && { document: newest.url, insert: [newestDayIs(chat.id, day)], delete: [] };
}

const isBefore = (day: Day, url: string, chat: string): boolean => newestDay(dayIn(chat, url)!, day) < 0;

/**
 * The first part with room, of this day; where something is in the way of all of it, of the newest day that is there.
 * Where somebody has taken all of them, one that others use, or one that nobody could foresee.
 */
async function dayWithRoom(house: House, chat: string, at: Date, views: readonly View[]): Promise<string> {
  const { read } = house.asking;
  const isShut = async (date: Date) =>
    (await Promise.all(placesAbove(chat, date).map((url) => read(url)))).some(isTaken);
  const days = views.flatMap((view) => {
    const day = dayIn(chat, view.url);
    return day ? [{ ...day, view }] : [];
  });
  let date = at;
  for (const day of days) {
    if (!(await isShut(date))) break;
    date = new Date(day.date);
  }
  const part = await partWithRoom(house, chat, date);
  if (part !== undefined) return part;
  const used = days.find(
    ({ date: other, view }) =>
      other === Date.parse(date.toISOString().slice(0, 10)) &&
      view.graph.quads.length > 0 &&
      hasRoom(view, chat)
  );
  return used?.url ?? dayOf(chat, date, UNFORESEEN + Math.floor(Math.random() * UNFORESEEN * 8));
}

function newestTime(view: Parameters<typeof toldIn>[0], chat: Chat, now: Date): number {
  const times = toldIn(view, documentOf(chat.id)).listed.flatMap((saying) =>
    saying.times.map((each) => time.read(text(each))?.getTime() ?? 0)
  );
  return Math.max(0, ...times.filter((each) => each <= now.getTime() + AHEAD));
}
