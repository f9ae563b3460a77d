import { Graph } from '#lib/rdf/graph.ts';
import type { Found, Gist } from './gist.ts';
import { speakers, tellings } from './speakers.ts';

/** What one document adds to the feed. */
export interface Part {
  readonly url: string;
  readonly gist: Gist;
  /** Everybody may read this document. */
  readonly open: boolean;
}

/** A post in a person's list. */
export interface Joined extends Found {
  /** It stands in a document that everybody may read, whoever speaks for it. */
  readonly open: boolean;
}

/**
 * One person's list from what each of their documents adds to it, newest first. The question asks about one post at a
 * time, so asking each document alone and joining the answers gives what asking all of them at once would give; only
 * a change costs anything.
 */
export function joined(parts: readonly Part[]): Joined[] {
  const speaking = speakers(new Map(parts.map(({ url, gist }) => [url, new Map(gist.told)])));
  const inOpen = new Set(
    parts.flatMap(({ gist, open }) => (open ? gist.found.map(({ post }) => post.id) : []))
  );
  return parts
    .flatMap(({ url, gist }) => gist.found.filter(({ post }) => speaking.get(post.id) === url))
    .map((found) => ({ ...found, open: inOpen.has(found.post.id) }))
    .sort(byTime);
}

/** Everything the documents say together: each post in the words of the one document that speaks for it. */
export function union(parts: readonly { readonly url: string; readonly graph: Graph }[]): Graph {
  const told = new Map(parts.map(({ url, graph }) => [url, tellings(graph)]));
  const speaking = speakers(told);
  const isTold = new Set([...told.values()].flatMap((posts) => [...posts.keys()]));
  return new Graph(
    parts.flatMap(({ url, graph }) =>
      graph.quads.filter(({ subject }) => !isTold.has(subject.value) || speaking.get(subject.value) === url)
    )
  );
}

/** Newest first, then by address: the ORDER BY of feed.rq. */
export const byTime = (a: Found, b: Found): number => b.at - a.at || compare(a.post.id, b.post.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
