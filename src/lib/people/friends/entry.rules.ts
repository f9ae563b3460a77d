import { changeTo } from '#lib/rdf/change.ts';
import type { Graph } from '#lib/rdf/graph.ts';
import type { Patch } from '#lib/rdf/patch.ts';
import { readAll } from '#lib/rdf/shape.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { FOAF } from '#lib/rdf/vocab.ts';
import { subscription, type Subscription } from '../subscription.shape.ts';

/**
 * One line of settings/subscriptions.ttl: what I remember of one person (`object`). `origin` is my relationship
 * document, absent when I never said anything; `target` theirs, absent until their space has told; `confirmed` the
 * last known yes of both.
 */
export type Entry = Subscription;

/**
 * The entries by person. Where two devices made one each at the same time, the later one counts, and what it does not
 * say is taken from the other: one device may have said yes while the other took in the question.
 */
export function entriesIn(records: Graph, me: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const entry of linesIn(records, me).sort((a, b) => (later(a, b) ? 1 : -1)))
    entries.set(entry.object, together(entries.get(entry.object), entry));
  return entries;
}

/** Every line of somebody's, also those that another one counts over. */
const linesIn = (records: Graph, me: string): Entry[] =>
  readAll(subscription, records).filter(
    ({ subject, object, relationship }) => subject === me && object !== me && relationship === FOAF.knows
  );

function together(older: Entry | undefined, newer: Entry): Entry {
  if (older === undefined) return newer;
  const streams = newer.streams.length > 0 ? newer.streams : older.streams;
  // What a line does not say is absent in it, not undefined.
  return { ...older, ...newer, streams };
}

/** A line to begin with. `records` is the address of the document, `ulid` from the ulid package. */
export function newEntry(records: string, ulid: string, me: string, person: string, at: Date): Entry {
  return {
    id: `${records}#f${ulid.toLowerCase()}`,
    subject: me,
    relationship: FOAF.knows,
    object: person,
    streams: [],
    published: at
  };
}

/** The patch that makes the records say this of the person, in one line. */
export function entryPatch(records: Graph, entry: Entry): Patch {
  const patch = changeTo(subscription, records, entry);
  const others = linesAbout(records, entry.subject, entry.object).filter(
    ({ subject }) => subject.value !== entry.id
  );
  return { ...patch, delete: [...patch.delete, ...others] };
}

/** All that my records say of the person, in every line. */
export const linesAbout = (records: Graph, me: string, person: string): Quad[] =>
  linesIn(records, me).flatMap(({ id, object }) => (object === person ? records.about(id) : []));

function later(a: Entry, b: Entry): boolean {
  const [at, bt] = [a.published?.getTime() ?? 0, b.published?.getTime() ?? 0];
  return at === bt ? a.id > b.id : at > bt;
}
