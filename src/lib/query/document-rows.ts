import { fingerprint } from '#lib/cache/fingerprint.ts';
import type { AskedDocument } from './asked-document.ts';
import type { Binding } from './engine.ts';
import type { Row } from './plain-query.ts';
import type { Sparql } from './sparql.ts';

export type { Row } from './plain-query.ts';

/** A document and what changes exactly when its statements do. `quads` is looked at only when that changed. */
export interface RowsDocument extends AskedDocument {
  readonly version: string;
}

/** Where rows outlive the page (Cache.note and setNote). */
export interface RowStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

interface Kept {
  readonly version: string;
  readonly rows: readonly Row[];
}

/**
 * A query as a view that is kept up to date: it is asked only of documents that changed since it was last asked of
 * them, all of those in one go, and never when nothing did; so a page paints from rows without loading Comunica. The
 * answer to documents[n] is rows[n], in no order. Throws QueryProblem, also when the query cannot be asked of each
 * document by itself.
 */
export function documentRows(
  query: string,
  sparql: Pick<Sparql, 'askEach'>,
  store: RowStore
): (documents: readonly RowsDocument[]) => Promise<readonly (readonly Row[])[]> {
  const prefix = `rows ${fingerprint(query)} `;
  const memory = new Map<string, Kept>();

  async function remembered({ url, version }: RowsDocument): Promise<Kept | undefined> {
    let kept = memory.get(url);
    if (!kept) {
      kept = (await store.get(prefix + url)) as Kept | undefined;
      if (kept && !memory.has(url)) memory.set(url, kept);
    }
    return kept?.version === version ? kept : undefined;
  }

  function remember(url: string, kept: Kept): Promise<void> {
    memory.set(url, kept);
    return store.set(prefix + url, kept);
  }

  return async (documents) => {
    const known = await Promise.all(documents.map(remembered));
    const changed = documents.filter((_, i) => !known[i]);
    if (changed.length === 0) return known.map((kept) => kept!.rows);
    const answers = await sparql.askEach(query, changed);
    const fresh = new Map(changed.map((document, i) => [document, answers[i]!.map(rowOf)]));
    // What cannot be kept is asked again next time; the answer does not wait for it.
    void Promise.allSettled([...fresh].map(([{ url, version }, rows]) => remember(url, { version, rows })));
    return documents.map((document, i) => known[i]?.rows ?? fresh.get(document)!);
  };
}

/** All rows in one list. `order` is the query's ORDER BY in plain code. */
export const mergeRows = (rows: readonly (readonly Row[])[], order: (a: Row, b: Row) => number): Row[] =>
  rows.flat().sort(order);

const rowOf = (binding: Binding): Row =>
  Object.fromEntries(Object.entries(binding).map(([name, { value }]) => [name, value]));
