import type { Sparql } from '#lib/query/sparql.ts';

/**
 * The query engine on this thread, warmed up with a question about nothing. A page loads it in a worker while the
 * first documents are on their way; so loading it is no part of a feed's time, and `loadMs` tells it apart.
 */
export async function loadEngine(query: string): Promise<{ sparql: Sparql; loadMs: number }> {
  const begun = performance.now();
  const { sparqlHere } = await import('#lib/query/sparql-here.ts');
  const sparql = sparqlHere();
  await sparql.askEach(query, [{ url: 'http://localhost/nothing', quads: [] }]);
  return { sparql, loadMs: performance.now() - begun };
}
