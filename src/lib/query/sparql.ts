import { pack, type AskedDocument } from './asked-document.ts';
import type { Asked, Binding, Found } from './engine.ts';

/** SPARQL over documents at hand. Nothing is fetched. All methods throw QueryProblem. */
export interface Sparql {
  /**
   * A SELECT query over all documents together: `GRAPH ?doc` sees each one under its address, everything outside of
   * GRAPH sees all of them as one graph.
   */
  ask(query: string, documents: readonly AskedDocument[]): Promise<Binding[]>;
  /**
   * The same query asked of each document by itself, in one go: answers[n] belongs to documents[n], its rows in no
   * order. Only for queries that allow it (each-document.ts); `query: whole` otherwise.
   */
  askEach(query: string, documents: readonly AskedDocument[]): Promise<Binding[][]>;
  close(): void;
}

/** Both ways of asking over whatever runs a query: a worker, or this thread. */
export function sparqlOver(run: (asked: Asked) => Promise<readonly Found[]>, close = () => {}): Sparql {
  return {
    async ask(query, documents) {
      const found = await run({ query, documents: documents.map(pack), each: false });
      return found.map(({ row }) => row);
    },
    async askEach(query, documents) {
      const answers: Binding[][] = documents.map(() => []);
      for (const { row, document } of await run({ query, documents: documents.map(pack), each: true })) {
        answers[document!]!.push(row);
      }
      return answers;
    },
    close
  };
}
