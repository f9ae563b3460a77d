import { pack, type AskedDocument } from './asked-document.ts';
import type { Asked, Binding } from './engine.ts';

/** SPARQL over documents at hand. Nothing is fetched. `ask` throws QueryProblem. */
export interface Sparql {
  /**
   * A SELECT query over all documents together: `GRAPH ?doc` sees each one under its address, everything outside of
   * GRAPH sees all of them as one graph.
   */
  ask(query: string, documents: readonly AskedDocument[]): Promise<Binding[]>;
  close(): void;
}

/** The same over whatever runs a query: a worker, or this thread. */
export const sparqlOver = (run: (asked: Asked) => Promise<Binding[]>, close = () => {}): Sparql => ({
  ask: (query, documents) => run({ query, documents: documents.map(pack) }),
  close
});
