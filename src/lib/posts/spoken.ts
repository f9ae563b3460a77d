import { fingerprint } from '#lib/cache/fingerprint.ts';
import type { View } from '#lib/cache/view.ts';
import type { Graph } from '#lib/rdf/graph.ts';
import { isAhead } from './clock.ts';
import { heard, readPost } from './heard.ts';
import type { Homes } from './homes.ts';
import { memo } from './memo.ts';
import { ownWords, type Speaker } from './own-words.ts';
import type { Post } from './post.shape.ts';
import type { Sightings } from './sightings.ts';

/** One document as the word of one person, ready for feed.rq. */
export interface Spoken {
  readonly url: string;
  readonly owner: string;
  /** In the feed's words (heard.ts); the same object while nothing about it changes. */
  readonly graph: Graph;
  /** Changes when `graph` does; the same on the next visit. */
  readonly key: string;
  /** Every post that can be read, with its own time. */
  readonly posts: ReadonlyMap<string, Post>;
}

interface Own {
  readonly graph: Graph;
  readonly posts: ReadonlyMap<string, Post>;
}

const owned = memo<Own>();
const hearing = memo<Graph>();

/** What a document says for a person; notes the posts it dates in the future (`now`: milliseconds since 1970). */
export function spoken(
  view: View,
  speaker: Speaker,
  homes: Homes,
  sightings: Sightings,
  now: number
): Spoken {
  const who = fingerprint([speaker.owner, ...speaker.storages, homes.version].join(' '));
  const own = owned(view.graph, speaker.owner, who, () => {
    const graph = ownWords(view.graph, view.url, speaker, homes);
    return { graph, posts: readable(graph) };
  });
  for (const post of own.posts.values()) if (isAhead(post.published, now)) sightings.note(post.id, now);
  const moved = [...own.posts.keys()].flatMap((id) =>
    id in sightings.seen ? `${id} ${sightings.seen[id]}` : []
  );
  const seen = moved.length ? fingerprint(moved.join(' ')) : '';
  return {
    url: view.url,
    owner: speaker.owner,
    graph: hearing(own.graph, '', seen, () => heard(own.graph, own.posts, sightings.seen)),
    key: [view.version, who, seen].join(' '),
    posts: own.posts
  };
}

function readable(graph: Graph): Map<string, Post> {
  const posts = graph.subjects().map((subject) => readPost(graph, subject));
  return new Map(posts.filter((post) => post !== undefined).map((post) => [post.id, post]));
}
