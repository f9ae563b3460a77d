import { time } from '#lib/rdf/codec.ts';
import type { Graph } from '#lib/rdf/graph.ts';

/** The latest moment among these values, in milliseconds since 1970; -Infinity when none can be read. */
export function newest(graph: Graph, subject: string, predicates: readonly string[]): number {
  let latest = -Infinity;
  for (const { predicate, object } of graph.about(subject)) {
    if (!predicates.includes(predicate.value)) continue;
    latest = Math.max(latest, time.read(object)?.getTime() ?? -Infinity);
  }
  return latest;
}
