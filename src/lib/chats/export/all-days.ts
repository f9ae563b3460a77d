import type { View } from '#lib/cache/view.ts';
import { documentOf } from '#lib/people/address.ts';
import type { Read } from '#lib/query/ask.ts';
import { daysNamed } from '../days.ts';
import { dayIn, dayOf, newestDay, type Day } from '../places.ts';

/** Somebody may make a chain without end; thirty years of days are no chain. */
const MOST = 11_000;
/** Asked for at once, so that a slow server is not asked one by one. */
const TOGETHER = 6;

/**
 * Every day document that the links and `found` lead to, the newest first, and the index last: some apps keep messages
 * there. `days.ts` stops after a screen's worth; this goes on to the beginning. `onRead` is told how many were read.
 */
export async function allDays(
  read: Read,
  chat: string,
  { found, now, onRead }: { found: readonly string[]; now: Date; onRead: (count: number) => void }
): Promise<View[]> {
  const index = await read(documentOf(chat));
  const views = new Map<string, { day: Day; view: View }>();
  const ahead = new Map<string, Day>();
  const add = (days: readonly (Day | undefined)[]) => {
    for (const day of days) if (day && !views.has(day.url)) ahead.set(day.url, day);
  };
  add([dayIn(chat, dayOf(chat, now)), ...found.map((url) => dayIn(chat, url))]);
  add(daysNamed(index.graph, chat, now));
  while (ahead.size && views.size < MOST) {
    const next = [...ahead.values()].sort(newestDay).slice(0, TOGETHER);
    const some = await Promise.all(next.map(async (day) => ({ day, view: await read(day.url) })));
    for (const each of some) {
      ahead.delete(each.day.url);
      views.set(each.day.url, each);
    }
    for (const { view } of some) add(daysNamed(view.graph, chat, now));
    onRead(views.size);
  }
  return [...[...views.values()].sort((a, b) => newestDay(a.day, b.day)).map(({ view }) => view), index];
}
