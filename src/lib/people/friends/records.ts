import type { Graph } from '#lib/rdf/graph.ts';
import type { Write } from '#lib/sync/sync.ts';
import type { House } from '../me.ts';
import { spaceOf } from '../space.ts';
import { entriesIn, entryPatch, newEntry, type Entry } from './entry.rules.ts';
import type { Moment } from '../moment.ts';

/** My private records as they stand, with the line of one person (a new one where there is none). */
export interface Records {
  readonly graph: Graph;
  readonly entry: Entry;
}

export async function recordsOf(house: House, person: string, now: Moment): Promise<Records> {
  const document = spaceOf(house.me).subscriptions;
  const { graph } = await house.asking.read(document);
  const known = entriesIn(graph, house.me.id).get(person);
  return { graph, entry: known ?? newEntry(document, now.ulid, house.me.id, person, now.at) };
}

/** Writes down what is different about a person. `undefined` when nothing is. */
export function noted(
  house: House,
  records: Records,
  change: Partial<Entry>,
  label: string
): Write | undefined {
  const patch = entryPatch(records.graph, { ...records.entry, ...change });
  if (patch.insert.length + patch.delete.length === 0) return undefined;
  return { document: spaceOf(house.me).subscriptions, intent: { kind: 'patch', ...patch }, label };
}
