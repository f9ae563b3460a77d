import { Graph } from '#lib/rdf/graph.ts';
import { applyPatch, type Patch } from '#lib/rdf/patch.ts';
import { AS } from '#lib/rdf/vocab.ts';
import { named } from './named.ts';
import { newest } from './times.ts';

/** How many posts, and how many changes, the rolling page carries. One GET tells a reader everything new. */
export const KEPT = 50;

/**
 * The same change, and with it what has to leave the page so that it holds at most `KEPT` posts and `KEPT`
 * changes. What was touched longest ago goes first, and never what is just coming in. Nothing is lost: the truth
 * is in the day documents.
 */
export function rolled(page: string, before: Graph, patch: Patch): Patch {
  const after = new Graph(applyPatch(before.quads, patch));
  const fresh = new Set(patch.insert.map((quad) => quad.subject.value));
  const gone = new Set([
    ...beyond(after, after.ofType(AS.Note), [AS.published, AS.updated], fresh),
    ...beyond(after, changesIn(after), [AS.published], fresh)
  ]);
  const leaving = [
    ...[...gone].flatMap((subject) => after.about(subject)),
    ...after.about(page).filter((quad) => quad.predicate.value === AS.items && gone.has(quad.object.value))
  ];
  return {
    insert: patch.insert.filter((quad) => !before.has(quad.subject.value, quad.predicate.value, quad.object)),
    delete: [...patch.delete, ...named(leaving)]
  };
}

/** The edits and deletions the page tells of; those of one post when it is given. */
export function changesIn(graph: Graph, post?: string): string[] {
  const changes = [...graph.ofType(AS.Update), ...graph.ofType(AS.Delete)];
  return changes.filter((change) => post === undefined || graph.has(change, AS.object, post));
}

function beyond(
  graph: Graph,
  subjects: readonly string[],
  times: readonly string[],
  fresh: ReadonlySet<string>
): string[] {
  return subjects
    .map((subject) => ({ subject, at: fresh.has(subject) ? Infinity : newest(graph, subject, times) }))
    .sort((a, b) => (a.at === b.at ? (a.subject < b.subject ? 1 : -1) : b.at > a.at ? 1 : -1))
    .slice(KEPT)
    .map(({ subject }) => subject);
}
