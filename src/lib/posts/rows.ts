import type { House, Notes } from '#lib/people/me.ts';
import { documentRows } from '#lib/query/document-rows.ts';
import type { Sparql } from '#lib/query/sparql.ts';
import { sparqlInWorker } from '#lib/query/sparql-in-worker.ts';
import type { Rows } from './feed.question.ts';
import feedQuery from './feed.rq?raw';

/** feed.rq asked of documents, with the answers kept in `notes` until a document changes. */
export function rowsOver(sparql: Pick<Sparql, 'askEach'>, notes: Notes): Rows {
  const ask = documentRows(feedQuery, sparql, notes);
  return async (documents) => {
    const answers = await ask(
      documents.map(({ url, key, graph }) => ({ url, version: key, quads: graph.quads }))
    );
    return answers.map((rows) => rows.map(({ post, published }) => ({ post: post!, published: published! })));
  };
}

const made = new WeakMap<House, Rows>();
let sparql: Sparql | undefined;

/** The same for a page: one worker for all lists, loaded with the first document that was never asked. */
export function feedRows(house: House): Rows {
  let rows = made.get(house);
  if (!rows) made.set(house, (rows = rowsOver((sparql ??= sparqlInWorker()), house.notes)));
  return rows;
}
