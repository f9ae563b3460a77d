import type { View } from '#lib/cache/view.ts';
import type { Operation } from './algebra.ts';
import type { Binding } from './engine.ts';
import { Beyond } from './expressions.ts';
import { plainQuery, type Row } from './plain-query.ts';
import { sparqlInWorker } from './sparql-in-worker.ts';
import type { Sparql } from './sparql.ts';

export type { Row } from './plain-query.ts';

/**
 * A query as a function over one document: by the plain query where that can, here and at once; by Comunica in its
 * worker where the query asks for more, or this document holds values that only Comunica knows the rules for. So
 * Comunica is loaded only when it is needed. `algebra` is the query taken apart (`algebraOf`). Rows come in no order.
 * The function throws QueryProblem.
 */
export function documentRows(
  query: string,
  algebra: Operation,
  comunica: () => Pick<Sparql, 'ask'> = inWorker
): (document: Pick<View, 'url' | 'graph'>) => Promise<readonly Row[]> {
  const plain = plainQuery(algebra);
  return async ({ url, graph }) => {
    try {
      if (plain) return plain(graph);
    } catch (error) {
      if (!(error instanceof Beyond)) throw error;
    }
    return (await comunica().ask(query, [{ url, quads: graph.quads }])).map(rowOf);
  };
}

let worker: Sparql | undefined;
/** One for the page. */
const inWorker = () => (worker ??= sparqlInWorker());

const rowOf = (binding: Binding): Row =>
  Object.fromEntries(Object.entries(binding).map(([name, { value }]) => [name, value]));
