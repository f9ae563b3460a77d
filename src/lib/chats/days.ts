import type { View } from '#lib/cache/view.ts';
import type { Graph } from '#lib/rdf/graph.ts';
import { read as readShape } from '#lib/rdf/shape.ts';
import { AS } from '#lib/rdf/vocab.ts';
import { documentOf } from '#lib/people/address.ts';
import type { Read } from '#lib/query/ask.ts';
import { isTaken, MOST_PARTS } from './in-the-way.ts';
import { longChat } from './long-chat.shape.ts';
import { dayIn, dayOf, newestDay, type Day } from './places.ts';
import { toldIn } from './saying.ts';

const DAY = 86_400_000;
/** Links that one document may give, to the newest days: who may add to it can invent more, each a request. */
const MOST_LINKS = 8;
/** Days that links name and that hold no message, of one answer: whoever invents links does so in each document. */
const MOST_EMPTY = 16;
/** Documents of one answer: somebody may make a chain without end. */
const MOST_DOCUMENTS = 400;

/** The days that a document of the chat names: the newest (as:current), and the ones before it (as:prev). */
export function daysNamed(graph: Graph, chat: string, now: Date): Day[] {
  return [...graph.subjects(AS.current), ...graph.subjects(AS.prev)]
    .flatMap((subject) => [...graph.iris(subject, AS.current), ...graph.iris(subject, AS.prev)])
    .map((url) => dayIn(chat, url))
    .filter((day): day is Day => day !== undefined && day.date <= now.getTime() + 2 * DAY)
    .sort(newestDay)
    .slice(0, MOST_LINKS);
}

export interface Walked {
  /** The newest first; the index last, when nothing else is left: some apps keep messages there. */
  readonly views: readonly View[];
  /** No link leads further back. */
  readonly isEnd: boolean;
  /**
   * The index names a day that nobody had begun when it was last looked for. News of the two come one after the other,
   * and without that day no link leads to those before it.
   */
  readonly isBehind: boolean;
}

/**
 * Reads day documents from the newest back, without listing a folder: from the index to the newest day, from each day
 * to the ones it names, until it is enough. `found` are days that were found by looking (`find-days.ts`). Today's is
 * looked at in any case: other apps write there and tell nobody. When too many links led to nothing no more are
 * followed: what is behind them is found by looking.
 */
export async function walk(
  read: Read,
  chat: string,
  {
    found,
    now,
    isEnough,
    mostEmpty = MOST_EMPTY
  }: {
    found: readonly string[];
    now: Date;
    isEnough: (views: readonly View[]) => boolean;
    mostEmpty?: number;
  }
): Promise<Walked> {
  const index = await read(documentOf(chat), 'closed');
  const begun = firstDay(index, chat, now);
  const sure = new Set([dayOf(chat, now), ...(begun ? [begun] : []), ...found]);
  let empty = 0;
  const ahead = new Map<string, Day>();
  const views: View[] = [];
  const add = (days: readonly (Day | undefined)[]) => {
    for (const day of days)
      if (day && !ahead.has(day.url) && !views.some((view) => view.url === day.url)) ahead.set(day.url, day);
  };
  add([...sure].map((url) => dayIn(chat, url)));
  add(daysNamed(index.graph, chat, now));
  let first = true;
  while (ahead.size && !isEnough(views) && views.length < MOST_DOCUMENTS) {
    const days = [...ahead.values()].sort(newestDay);
    // Today's, which nobody may have named, and the newest that is, at once: one round for what is looked at most.
    const isGuess = first && !daysNamed(index.graph, chat, now).some(({ url }) => url === days[0]!.url);
    const next = days.slice(0, isGuess ? 2 : 1);
    first = false;
    for (const day of next) ahead.delete(day.url);
    // All of a round before what they name: today's names yesterday, which may be of the same round.
    const here = await Promise.all(next.map((day) => read(day.url, 'closed')));
    views.push(...here);
    for (const part of here.flatMap((view) => (sure.has(view.url) ? partBehind(view, chat) : []))) {
      sure.add(part);
      add([dayIn(chat, part)]);
    }
    empty += here.filter((view) => !sure.has(view.url) && isEmpty(view, index.url)).length;
    if (empty < mostEmpty) for (const view of here) add(daysNamed(view.graph, chat, now));
    else for (const url of ahead.keys()) if (!sure.has(url)) ahead.delete(url);
  }
  const named = new Set(daysNamed(index.graph, chat, now).map(({ url }) => url));
  const isBehind = views.some(
    ({ url, document, waiting }) =>
      named.has(url) &&
      document?.state === 'missing' &&
      waiting.length === 0 &&
      document.seen < (index.document?.seen ?? 0)
  );
  if (isEnough(views)) return { views, isEnd: false, isBehind };
  return { views: [...views, index], isEnd: true, isBehind };
}

/**
 * Where readers come by when the index names no day: the document of the day on which the chat was made. Who may not
 * write in the index says there which day is the newest; undefined once the index names one.
 */
export function firstDay({ graph }: View, chat: string, now: Date): string | undefined {
  if (graph.objects(chat, AS.current).length > 0) return undefined;
  const made = readShape(longChat, graph, chat, { untyped: true })?.created;
  return made && made.getTime() <= now.getTime() + DAY ? dayOf(chat, made) : undefined;
}

/** Whoever has taken a day beforehand has not taken what is said that day: it stands in the next part (in-the-way.ts). */
function partBehind(view: View, chat: string): string[] {
  const day = dayIn(chat, view.url);
  const isPassedBy = day && day.part < MOST_PARTS && isTaken(view) && isEmpty(view, documentOf(chat));
  return isPassedBy ? [dayOf(chat, new Date(day.date), day.part + 1)] : [];
}

/** What is not known yet too: each is a request. */
const isEmpty = (view: View, index: string): boolean => toldIn(view, index).listed.length === 0;
