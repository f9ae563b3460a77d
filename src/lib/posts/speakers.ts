import type { Graph } from '#lib/rdf/graph.ts';
import { AS } from '#lib/rdf/vocab.ts';
import { documentOf } from '#lib/people/address.ts';
import { newest } from './times.ts';

/** A post's changes as one document tells them, in milliseconds since 1970; -Infinity for what it does not tell. */
export interface Telling {
  readonly described: number;
  /** That it has another text since then, whether or not the document also gives it. */
  readonly changed: number;
  readonly deleted: number;
}

/**
 * What one document tells of posts: when it described each last, and which were changed or deleted when. `graph` holds only
 * what may be believed (people/provenance.ts), so that Bob's page cannot delete what Anna wrote.
 */
export function tellings(graph: Graph): Map<string, Telling> {
  const told = new Map<string, Telling>();
  const note = (post: string, part: Partial<Telling>) => {
    const known = told.get(post) ?? { described: -Infinity, changed: -Infinity, deleted: -Infinity };
    told.set(post, {
      described: Math.max(known.described, part.described ?? -Infinity),
      changed: Math.max(known.changed, part.changed ?? -Infinity),
      deleted: Math.max(known.deleted, part.deleted ?? -Infinity)
    });
  };
  for (const post of graph.ofType(AS.Note)) {
    note(post, { described: newest(graph, post, [AS.published, AS.updated]) });
  }
  for (const change of graph.ofType(AS.Update)) {
    const at = newest(graph, change, [AS.published]);
    for (const post of graph.iris(change, AS.object)) note(post, { changed: at });
  }
  for (const deletion of graph.ofType(AS.Delete)) {
    const at = newest(graph, deletion, [AS.published]);
    for (const post of graph.iris(deletion, AS.object)) note(post, { deleted: at });
  }
  for (const post of graph.ofType(AS.Tombstone)) {
    note(post, { deleted: newest(graph, post, [AS.deleted]) });
  }
  return told;
}

/**
 * Which document speaks for each post. A post is described by its day document and by the rolling page; the
 * newer description counts, the post's own document where both are as new. A deletion wins over every
 * description that is not newer than it.
 */
export function speakers(told: ReadonlyMap<string, ReadonlyMap<string, Telling>>): Map<string, string> {
  const best = new Map<string, { url: string; described: number }>();
  const deleted = new Map<string, number>();
  for (const [url, posts] of told) {
    for (const [post, telling] of posts) {
      deleted.set(post, Math.max(deleted.get(post) ?? -Infinity, telling.deleted));
      if (telling.described === -Infinity) continue;
      const rival = best.get(post);
      if (!rival || speaksBefore(post, { url, described: telling.described }, rival)) {
        best.set(post, { url, described: telling.described });
      }
    }
  }
  const alive = [...best].filter(([post, { described }]) => described > (deleted.get(post) ?? -Infinity));
  return new Map(alive.map(([post, { url }]) => [post, url]));
}

interface Candidate {
  readonly url: string;
  readonly described: number;
}

function speaksBefore(post: string, one: Candidate, other: Candidate): boolean {
  if (one.described !== other.described) return one.described > other.described;
  const own = documentOf(post);
  if (one.url === own || other.url === own) return one.url === own;
  return one.url < other.url;
}
