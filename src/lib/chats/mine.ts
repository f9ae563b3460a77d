import { iri, many, one, readAll, shape, time, type Of } from '#lib/rdf/shape.ts';
import { AS, DCT, SCHEMA, WF } from '#lib/rdf/vocab.ts';
import type { House, Me } from '#lib/people/me.ts';
import { spaceOf } from '#lib/people/space.ts';
import type { Question } from '#lib/query/ask.ts';
import type { Mine } from './chat.ts';

/** What I keep of one chat, in settings/chats.ttl (private; docs/decisions/0013). */
export const keptChat = shape(WF.Participation, {
  chat: one(DCT.references, iri),
  /** Read up to here; of several the latest counts. */
  read: many(SCHEMA.dateRead, time),
  /** Shown to me from here on. */
  from: many(AS.startTime, time),
  /** Messages dated after the moment at which I read them, and cleared them: no time can say it of them. */
  readAhead: many(AS.object, iri),
  clearedAhead: many(AS.origin, iri),
  /** Labels: the document's #pinned, #muted, #archived, #kept, #reading. */
  labels: many(AS.tag, iri)
});
export type KeptChat = Of<typeof keptChat>;

/** `kept`: a copy of it lies in my space (keep/); `reading`: its people see how far I have read (reading/). */
export type Label = 'pinned' | 'muted' | 'archived' | 'kept' | 'reading';

export const keptDocument = (me: Me): string => `${spaceOf(me).settings}chats.ttl`;
export const labelIri = (me: Me, label: Label): string => `${keptDocument(me)}#${label}`;

/** By chat. Two devices may have made a line each: what either says counts. */
export function keptOf(me: Me): Question<ReadonlyMap<string, Mine>> {
  return async (read) => {
    const view = await read(keptDocument(me));
    const lines = new Map<string, KeptChat[]>();
    for (const line of readAll(keptChat, view.graph))
      lines.set(line.chat, [...(lines.get(line.chat) ?? []), line]);
    return new Map([...lines].map(([chat, kept]) => [chat, together(me, kept)]));
  };
}

function together(me: Me, lines: readonly KeptChat[]): Mine {
  const has = (label: Label) => lines.some(({ labels }) => labels.includes(labelIri(me, label)));
  return {
    isPinned: has('pinned'),
    isMuted: has('muted'),
    isArchived: has('archived'),
    isKept: has('kept'),
    isReadingShown: has('reading'),
    readUntil: latest(lines.flatMap((line) => line.read)),
    clearedUntil: latest(lines.flatMap((line) => line.from)),
    readAhead: new Set(lines.flatMap((line) => line.readAhead)),
    clearedAhead: new Set(lines.flatMap((line) => line.clearedAhead))
  };
}

export const NOTHING_KEPT: Mine = {
  isPinned: false,
  isMuted: false,
  isArchived: false,
  isKept: false,
  isReadingShown: false,
  readUntil: undefined,
  clearedUntil: undefined,
  readAhead: new Set(),
  clearedAhead: new Set()
};

/** Clocks differ by so much (ms). */
const HOUR = 3_600_000;

/** Whether something may have been noted at this time. */
export const mayBe = (time: Date, now: number): boolean => time.getTime() <= now + HOUR;

/**
 * As far as it can be true at `now` (ms since 1970): what was noted by a clock that went wrong would hide all that is
 * said until that time, so it says nothing.
 */
export function untilNow<M extends Mine>(mine: M, now: number): M {
  const believed = (time: Date | undefined) => (time && mayBe(time, now) ? time : undefined);
  return { ...mine, readUntil: believed(mine.readUntil), clearedUntil: believed(mine.clearedUntil) };
}

/** Whether a message that says it is of `at` was cleared. */
export const isCleared = (
  { clearedUntil, clearedAhead }: Pick<Mine, 'clearedUntil' | 'clearedAhead'>,
  id: string,
  at: Date
): boolean => (clearedUntil !== undefined && at <= clearedUntil) || clearedAhead.has(id);

const latest = (times: readonly Date[]): Date | undefined =>
  times.length ? new Date(Math.max(...times.map((each) => each.getTime()))) : undefined;

export const keptIn = async (house: House, chat: string): Promise<Mine> =>
  (await keptOf(house.me)(house.asking.read)).get(chat) ?? NOTHING_KEPT;
