import { documentRows } from '#lib/query/document-rows.ts';
import feedAlgebra from './feed.algebra.json';
import feedQuery from './feed.rq?raw';
import type { Post } from './post.shape.ts';
import { tellings, type Telling } from './speakers.ts';
import type { Spoken } from './spoken.ts';

/** A post that feed.rq found, in full, and where it stands. */
export interface Found {
  readonly post: Post;
  /** The time it stands at, milliseconds since 1970. */
  readonly at: number;
}

/**
 * What one document adds to the feed, as the word of one person: plain data, which can be kept on the device and
 * handed between threads, so that the document itself need not be looked at again.
 */
export interface Gist {
  readonly found: readonly Found[];
  readonly told: readonly (readonly [post: string, telling: Telling])[];
}

const rowsOf = documentRows(feedQuery, feedAlgebra);

/** Asks the document feed.rq. Throws QueryProblem. */
export async function gistOf({ url, graph, posts }: Spoken): Promise<Gist> {
  const rows = await rowsOf({ url, graph });
  const found = rows.flatMap(({ post: id, published }) => {
    const post = posts.get(id!);
    return post ? [{ post, at: Date.parse(published!) }] : [];
  });
  return { found, told: [...tellings(graph)] };
}
