import { changeTo } from '#lib/rdf/change.ts';
import { readAll, write } from '#lib/rdf/shape.ts';
import type { House } from '#lib/people/me.ts';
import { moment, type Moment } from '#lib/people/moment.ts';
import type { Write } from '#lib/sync/sync.ts';
import { checksOf } from './checks.ts';
import { messages } from './messages.question.ts';
import type { Mine } from './chat.ts';
import { keptChat, keptDocument, labelIri, mayBe, type KeptChat, type Label } from './mine.ts';
import { labels } from './words.ts';

/** Messages dated after now that are remembered, each as itself; more are the work of somebody who wants to annoy. */
const MOST_AHEAD = 50;

/**
 * Messages up to here were read; the newest when it is not said. Never goes back, and never after now: what is dated
 * later, by a clock that goes wrong or on purpose, is noted by its address.
 */
export async function markRead(
  house: House,
  id: string,
  until?: Date,
  now = moment(house)
): Promise<string[]> {
  const isAhead = until === undefined || until > now.at;
  const { newest, ahead } = isAhead ? await newestOf(house, id, now.at, until) : { newest: until, ahead: [] };
  return keep(house, id, now, (line) => {
    const fresh = ahead.filter((each) => !line.readAhead.includes(each));
    const isRead = !newest || line.read.some((each) => each >= newest && mayBe(each, now.at.getTime()));
    if (isRead && fresh.length === 0) return undefined;
    return {
      ...line,
      read: isRead ? line.read : [newest],
      readAhead: [...line.readAhead, ...fresh].slice(-MOST_AHEAD)
    };
  });
}

/** These messages, dated after now, were read. */
export const markReadAhead = (
  house: House,
  id: string,
  messages: readonly string[],
  now = moment(house)
): Promise<string[]> =>
  keep(house, id, now, (line) => {
    const fresh = messages.filter((each) => !line.readAhead.includes(each));
    return fresh.length === 0
      ? undefined
      : { ...line, readAhead: [...line.readAhead, ...fresh].slice(-MOST_AHEAD) };
  });

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
  const { newest = now.at, ahead } = await newestOf(house, id, now.at);
  return keep(house, id, now, (line) => ({
    ...line,
    from: [newest],
    read: [newest],
    readAhead: [...new Set([...line.readAhead, ...ahead])].slice(-MOST_AHEAD),
    clearedAhead: [...new Set([...line.clearedAhead, ...ahead])].slice(-MOST_AHEAD)
  }));
}

/** Everything is shown to me again; `before` it was cleared, and read, only to here. */
export async function showCleared(
  house: House,
  id: string,
  before?: Pick<Mine, 'clearedUntil' | 'readUntil' | 'readAhead' | 'clearedAhead'>,
  now = moment(house)
): Promise<string[]> {
  return keep(house, id, now, (line) => ({
    ...line,
    from: before?.clearedUntil ? [before.clearedUntil] : [],
    clearedAhead: [...(before?.clearedAhead ?? [])],
    ...(before ? { read: before.readUntil ? [before.readUntil] : [], readAhead: [...before.readAhead] } : {})
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
    readAhead: [],
    clearedAhead: [],
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

/** The time of the newest that is not dated after `now`, and those that are (up to `until`). */
async function newestOf(
  house: House,
  id: string,
  now: Date,
  until?: Date
): Promise<{ newest: Date | undefined; ahead: string[] }> {
  const { list } = await messages(house, checksOf(house), id, { count: MOST_AHEAD + 1 })(house.asking.read);
  const ahead = list.filter(({ at }) => at > now && (!until || at <= until)).map((message) => message.id);
  return { newest: list.findLast(({ at }) => at <= now)?.at, ahead };
}
