import type { View } from '#lib/cache/view.ts';
import { isKnown } from '#lib/people/known.ts';
import type { House } from '#lib/people/me.ts';
import { changeTo } from '#lib/rdf/change.ts';
import { read, write } from '#lib/rdf/shape.ts';
import type { Write } from '#lib/sync/sync.ts';
import { chat as chatOf } from '../chat.question.ts';
import type { Chat } from '../chat.ts';
import { mayBe } from '../mine.ts';
import { markerFolder, markerIn } from './marker-place.ts';
import { readMarker } from './read-marker.shape.ts';
import { labels } from './words.ts';

/** It is written at most once in so many milliseconds. */
const PAUSE_MS = 10_000;

interface Pace {
  next: number;
  until: Date;
  later?: ReturnType<typeof setTimeout> | undefined;
}
const paces = new WeakMap<House, Map<string, Pace>>();

/**
 * Tells the people of a chat that I have read up to this moment (the time of a message), where I want that; else
 * nothing is written. Never goes back. What is read within `pause` of the last writing is written after it. Answers
 * the ids of the outbox entries.
 */
export async function showRead(
  house: House,
  chat: string,
  wanted: Date,
  pause = PAUSE_MS,
  now = Date.now()
): Promise<string[]> {
  // Never after now, whatever a message says of its time.
  const until = new Date(Math.min(wanted.getTime(), house.now()));
  const all = paces.get(house) ?? new Map<string, Pace>();
  paces.set(house, all);
  const pace = all.get(chat) ?? { next: 0, until };
  if (until > pace.until) pace.until = until;
  if (pause > 0 && now < pace.next) {
    pace.later ??= setTimeout(() => {
      pace.later = undefined;
      void tell(house, chat, pace.until);
    }, pace.next - now);
    return [];
  }
  pace.next = Math.max(pace.next, now + pause);
  all.set(chat, pace);
  return tell(house, chat, pace.until);
}

async function tell(house: House, chat: string, until: Date): Promise<string[]> {
  const head = await chatOf(house.me, chat)(house.asking.read);
  // Before its people are known nobody could be let in.
  if (!head.isReadingShown || head.isCopy || !head.isChat) return [];
  const folder = await markerFolder(house.me.storage, chat);
  const document = markerIn(folder);
  const id = `${document}#it`;
  const { graph } = await known(house, document);
  const before = read(readMarker, graph, id);
  if (before && before.until >= until && mayBe(before.until, house.now())) return [];
  const next = { id, reader: house.me.id, chat, until };
  const change = before ? changeTo(readMarker, graph, next) : { insert: write(readMarker, next), delete: [] };
  const access = await accessFor(house, head, folder, before === undefined);
  return house.sync.change([
    ...access,
    {
      document,
      intent: { kind: 'patch', ...change },
      after: [...access.keys()],
      label: labels.show
    }
  ]);
}

/**
 * Its people may read it and nobody else: written before the first content, and whenever others may. The server is asked
 * who may: another device of mine may have written it since, for other people. Without an answer it is written again.
 */
async function accessFor(house: House, { others }: Chat, folder: string, isFirst: boolean): Promise<Write[]> {
  const there = isFirst ? undefined : await house.sync.access(folder).catch(() => undefined);
  const readers = Object.keys(there?.people ?? {});
  const isRight = readers.length === others.length && others.every((person) => readers.includes(person));
  if (there && isRight && there.everyone.length + there.signedIn.length === 0) return [];
  const access = {
    owner: [house.me.id],
    everyone: [],
    signedIn: [],
    people: Object.fromEntries(others.map((person) => [person, ['read' as const]]))
  };
  return [{ document: folder, intent: { kind: 'access', access }, label: labels.show }];
}

async function known(house: House, document: string): Promise<View> {
  const view = await house.asking.read(document);
  if (isKnown(view) || view.waiting.length > 0) return view;
  await house.sync.refresh([document]);
  return house.asking.read(document);
}
