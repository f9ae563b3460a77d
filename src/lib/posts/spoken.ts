import type { View } from '#lib/cache/view.ts';
import type { Graph } from '#lib/rdf/graph.ts';
import { isAhead } from './clock.ts';
import { heard, readPost } from './heard.ts';
import type { Homes } from './homes.ts';
import { ownWords, type Speaker } from './own-words.ts';
import type { Post } from './post.shape.ts';
import type { Sightings } from './sightings.ts';

/** One document as the word of one person, ready for feed.rq. */
export interface Spoken {
  readonly url: string;
  /** In the feed's words (heard.ts). */
  readonly graph: Graph;
  /** Every post that can be read, with its own time. */
  readonly posts: ReadonlyMap<string, Post>;
}

/** What a document says for a person; notes the posts it dates in the future (`now`: milliseconds since 1970). */
export function spoken(
  { url, graph }: Pick<View, 'url' | 'graph'>,
  speaker: Speaker,
  homes: Homes,
  sightings: Sightings,
  now: number
): Spoken {
  const own = ownWords(graph, url, speaker, homes);
  const posts = readable(own);
  for (const post of posts.values()) if (isAhead(post.published, now)) sightings.note(post.id, now);
  return { url, graph: heard(own, posts, sightings.seen), posts };
}

function readable(graph: Graph): Map<string, Post> {
  const posts = graph.subjects().map((subject) => readPost(graph, subject));
  return new Map(posts.filter((post) => post !== undefined).map((post) => [post.id, post]));
}
