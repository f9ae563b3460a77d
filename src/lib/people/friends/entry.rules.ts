import { changeTo } from '#lib/rdf/change.ts';
import type { Graph } from '#lib/rdf/graph.ts';
import type { Patch } from '#lib/rdf/patch.ts';
import { readAll } from '#lib/rdf/shape.ts';
import { FOAF } from '#lib/rdf/vocab.ts';
import { subscription, type Subscription } from '../subscription.shape.ts';

/**
 * One line of settings/subscriptions.ttl: what I remember of one person (`object`). `origin` is my relationship
 * document, absent when I never said anything; `target` theirs, absent until their space has told; `confirmed` the
 * last known yes of both.
 */
export type Entry = Subscription;

/** The entries by person. Where two devices made one each at the same time, the later one counts. */
export function entriesIn(records: Graph, me: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const entry of readAll(subscription, records)) {
    if (entry.subject !== me || entry.object === me || entry.relationship !== FOAF.knows) continue;
    const known = entries.get(entry.object);
    if (!known || later(entry, known)) entries.set(entry.object, entry);
  }
  return entries;
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

/** The patch that makes the records say this of the person. */
export const entryPatch = (records: Graph, entry: Entry): Patch => changeTo(subscription, records, entry);

function later(a: Entry, b: Entry): boolean {
  const [at, bt] = [a.published?.getTime() ?? 0, b.published?.getTime() ?? 0];
  return at === bt ? a.id > b.id : at > bt;
}
