import { Graph } from '#lib/rdf/graph.ts';
import { applyPatch, type Patch } from '#lib/rdf/patch.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { AS } from '#lib/rdf/vocab.ts';
import { named } from './named.ts';
import { newest } from './times.ts';

/** How many posts, and how many changes, the rolling page carries. One GET tells a reader everything new. */
export const KEPT = 50;

/**
 * The same change, so that the page then holds its `KEPT` newest posts and `KEPT` newest changes. Newest means written
 * last: an old post that is edited is told of and never takes the place of a new one. A change that is just coming in
 * is the newest whatever its clock says. Nothing is lost: the truth is in the day documents.
 */
export function rolled(page: string, before: Graph, patch: Patch): Patch {
  const after = new Graph(applyPatch(before.quads, patch));
  const fresh = new Set(patch.insert.map((quad) => quad.subject.value));
  const gone = new Set([
    ...beyond(after.ofType(AS.Note), (post) => newest(after, post, [AS.published])),
    ...beyond(changesIn(after), (change) =>
      fresh.has(change) ? Infinity : newest(after, change, [AS.published])
    )
  ]);
  const isLeaving = ({ subject, predicate, object }: Quad) =>
    gone.has(subject.value) ||
    (subject.value === page && predicate.value === AS.items && gone.has(object.value));
  const isThere = (quad: Quad) => before.has(quad.subject.value, quad.predicate.value, quad.object);
  const left = new Graph(patch.delete);
  const leaving = before.quads.filter(
    (quad) => isLeaving(quad) && !left.has(quad.subject.value, quad.predicate.value, quad.object)
  );
  return {
    insert: patch.insert.filter((quad) => !isThere(quad) && !isLeaving(quad)),
    delete: [...patch.delete, ...named(leaving)]
  };
}

/** The edits and deletions the page tells of; those of one post when it is given. */
export function changesIn(graph: Graph, post?: string): string[] {
  const changes = [...graph.ofType(AS.Update), ...graph.ofType(AS.Delete)];
  return changes.filter((change) => post === undefined || graph.has(change, AS.object, post));
}

function beyond(subjects: readonly string[], timeOf: (subject: string) => number): string[] {
  return subjects
    .map((subject) => ({ subject, at: timeOf(subject) }))
    .sort((a, b) => (a.at === b.at ? (a.subject < b.subject ? 1 : -1) : b.at > a.at ? 1 : -1))
    .slice(KEPT)
    .map(({ subject }) => subject);
}
