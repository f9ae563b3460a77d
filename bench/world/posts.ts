import type { Quad } from '#lib/rdf/terms.ts';
import { postStatements } from '#lib/posts/statements.ts';
import { wordsOf } from './words.ts';

export interface PostPlace {
  readonly document: string;
  readonly author: string;
  readonly storage: string;
  /** Which one of that author's, from 0: the newer, the larger. */
  readonly n: number;
  readonly at?: Date;
}

/**
 * The same moment in every run, so that every run reads the same bytes. Long ago: 2,000 posts take more than a year, and
 * what is dated ahead of the clock stands elsewhere (posts/clock.ts).
 */
export const START = Date.UTC(2020, 0, 1);

/** Its address. */
export const idOf = ({ document, n }: Pick<PostPlace, 'document' | 'n'>): string =>
  `${document}#p${String(n).padStart(6, '0')}`;

/** A post of the benchmark's world, as the app writes it (posts/statements.ts). */
export function postAt({
  document,
  author,
  storage,
  n,
  at = new Date(START + n * 3_600_000)
}: PostPlace): Quad[] {
  const id = idOf({ document, n });
  return postStatements({
    id,
    author,
    storage,
    audience: 'public',
    content: wordsOf(id),
    published: at
  });
}
