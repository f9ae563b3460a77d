import { time } from '#lib/rdf/codec.ts';
import type { Graph } from '#lib/rdf/graph.ts';

/** The latest moment among these values, in milliseconds since 1970; -Infinity when none can be read. */
export function newest(graph: Graph, subject: string, predicates: readonly string[]): number {
  const moments = predicates
    .flatMap((predicate) => graph.objects(subject, predicate))
    .map((term) => time.read(term)?.getTime() ?? -Infinity);
  return Math.max(-Infinity, ...moments);
}
