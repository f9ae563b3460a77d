import { changeTo } from '#lib/rdf/change.ts';
import { readAll, write } from '#lib/rdf/shape.ts';
import type { House } from '#lib/people/me.ts';
import { moment, type Moment } from '#lib/people/moment.ts';
import type { Write } from '#lib/sync/sync.ts';
import { checksOf } from './checks.ts';
import { messages } from './messages.question.ts';
import type { Mine } from './chat.ts';
import { keptChat, keptDocument, labelIri, type KeptChat, type Label } from './mine.ts';
import { labels } from './words.ts';

/** Messages up to here were read; the newest when it is not said. Never goes back. */
export async function markRead(
  house: House,
  id: string,
  until?: Date,
  now = moment(house)
): Promise<string[]> {
  const at = until ?? (await newestOf(house, id));
  if (!at) return [];
  return keep(house, id, now, ({ read, ...line }) =>
    read.some((each) => each >= at) ? undefined : { ...line, read: [at] }
  );
}

export const pin = (house: House, id: string, on: boolean, now = moment(house)) =>
  label(house, id, 'pinned', on, now);
export const mute = (house: House, id: string, on: boolean, now = moment(house)) =>
  label(house, id, 'muted', on, now);
export const archive = (house: House, id: string, on: boolean, now = moment(house)) =>
  label(house, id, 'archived', on, now);
/** Notes that my space holds a copy; `keepCopy` makes it. */
export const noteCopy = (house: House, id: string, on: boolean, now = moment(house)) =>
  label(house, id, 'kept', on, now);
/** Notes that the others see how far I have read; `shareReading` does it. */
export const noteReading = (house: House, id: string, on: boolean, now = moment(house)) =>
  label(house, id, 'reading', on, now);

/** Nothing that was said so far is shown to me any more, on any device; others see it all. */
export async function clearForMe(house: House, id: string, now = moment(house)): Promise<string[]> {
  const at = (await newestOf(house, id)) ?? now.at;
  return keep(house, id, now, (line) => ({ ...line, from: [at], read: [at] }));
}

/** Everything is shown to me again; `before` it was cleared, and read, only to here. */
export async function showCleared(
  house: House,
  id: string,
  before?: Pick<Mine, 'clearedUntil' | 'readUntil'>,
  now = moment(house)
): Promise<string[]> {
  return keep(house, id, now, (line) => ({
    ...line,
    from: before?.clearedUntil ? [before.clearedUntil] : [],
    ...(before ? { read: before.readUntil ? [before.readUntil] : [] } : {})
  }));
}

/** Writes that forget what I kept of a chat. */
export async function forgotten(house: House, id: string, label: string): Promise<Write[]> {
  const document = keptDocument(house.me);
  const { graph } = await house.asking.read(document);
  const lines = readAll(keptChat, graph).filter(({ chat }) => chat === id);
  const gone = lines.flatMap((line) => graph.about(line.id));
  return gone.length ? [{ document, intent: { kind: 'patch', insert: [], delete: gone }, label }] : [];
}

function label(house: House, id: string, name: Label, on: boolean, now: Moment): Promise<string[]> {
  const word = labelIri(house.me, name);
  return keep(house, id, now, (line) =>
    line.labels.includes(word) === on
      ? undefined
      : { ...line, labels: on ? [...line.labels, word] : line.labels.filter((each) => each !== word) }
  );
}

async function keep(
  house: House,
  id: string,
  now: Moment,
  change: (line: KeptChat) => KeptChat | undefined
): Promise<string[]> {
  const document = keptDocument(house.me);
  const { graph } = await house.asking.read(document);
  const lines = readAll(keptChat, graph).filter(({ chat }) => chat === id);
  const fresh: KeptChat = {
    id: `${document}#c${now.ulid.toLowerCase()}`,
    chat: id,
    read: [],
    from: [],
    labels: []
  };
  const before = lines.length ? lines : [fresh];
  const patches = before.flatMap((line) => {
    const next = change(line);
    if (!next) return [];
    return lines.length ? [changeTo(keptChat, graph, next)] : [{ insert: write(keptChat, next), delete: [] }];
  });
  const insert = patches.flatMap((patch) => patch.insert);
  const gone = patches.flatMap((patch) => patch.delete);
  if (insert.length + gone.length === 0) return [];
  const intent = { kind: 'patch' as const, insert, delete: gone };
  return house.sync.change([{ document, intent, label: labels.kept }]);
}

async function newestOf(house: House, id: string): Promise<Date | undefined> {
  const { list } = await messages(house, checksOf(house), id, { count: 1 })(house.asking.read);
  return list.at(-1)?.at;
}
