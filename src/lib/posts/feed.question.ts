import type { OutboxEntry } from '#lib/cache/cache.ts';
import type { Graph } from '#lib/rdf/graph.ts';
import type { Question, Read } from '#lib/query/ask.ts';
import { documentOf } from '#lib/people/address.ts';
import type { Source } from '#lib/people/sources.question.ts';
import { byTime, joined, type Row } from './feed.rules.ts';
import { homesOf } from './homes.ts';
import type { Post } from './post.shape.ts';
import { quietOf, type Quiet } from './quiet.ts';
import { sendingOf, type Sending } from './sending.ts';
import type { Sightings } from './sightings.ts';
import { spoken } from './spoken.ts';

/** A post in its place in a list. */
export interface Placed {
  /** Its author is the owner of the space it stands in: nobody else is believed about it. */
  readonly post: Post;
  /** The time it stands at: its own, unless that lies in the future. */
  readonly at: Date;
  readonly sending?: Sending | undefined;
}

export interface Feed {
  /** Newest first. */
  readonly posts: readonly Placed[];
  /** Those whose newest words are not here. */
  readonly quiet: readonly Quiet[];
  /** Whether every document was looked at once: before that, "nothing" would be too early. */
  readonly complete: boolean;
}

/** Asks each document feed.rq. A document's answer is the same while its `key` is. */
export type Rows = (
  documents: readonly { readonly url: string; readonly key: string; readonly graph: Graph }[]
) => Promise<readonly (readonly Row[])[]>;

/** What these people say in their own spaces, newest first. */
export function feedOf(
  people: Question<readonly Source[]>,
  rows: Rows,
  sightings: Sightings,
  outbox: () => Promise<readonly OutboxEntry[]>,
  now: () => number = Date.now
): Question<Feed> {
  return async (read) => {
    const sources = await people(read);
    const homes = homesOf(sources);
    const found = await Promise.all(
      sources.map(async (source) => ({ source, views: await Promise.all(source.documents.map(read)) }))
    );
    const parts = found.map(({ source, views }) =>
      views.map((view) => spoken(view, source, homes, sightings, now()))
    );
    // Two people may name the same document; what each may say in it differs.
    const asked = parts
      .flat()
      .map((part) => ({ ...part, url: `${part.url}#${encodeURIComponent(part.owner)}` }));
    const answers = await rows(asked);
    // Each person's words by themselves: nobody takes back or rewrites what somebody else wrote.
    const places = parts.flatMap((own, index) => {
      const from = parts.slice(0, index).flat().length;
      return joined(own, answers.slice(from, from + own.length)).map((place) => ({ ...place, own }));
    });
    const posts = places.sort(byTime).flatMap(({ post: id, published, url, own }) => {
      const post = own.find((part) => part.url === url)?.posts.get(id);
      return post ? [{ post, at: new Date(published) }] : [];
    });
    const isWaiting = found.some(({ views }) => views.some((view) => view.waiting.length > 0));
    return {
      posts: isWaiting ? await withSending(posts, await outbox(), read) : posts,
      quiet: found.flatMap(
        ({ source, views }) =>
          quietOf(
            source,
            views.map((view) => view.document)
          ) ?? []
      ),
      complete: found.every(({ views }) => views.every((view) => view.document ?? view.waiting.length > 0))
    };
  };
}

/** Says of each post what is on its way, and asks again when that changes in the post's own document. */
async function withSending(
  posts: readonly Placed[],
  outbox: readonly OutboxEntry[],
  read: Read
): Promise<Placed[]> {
  return Promise.all(
    posts.map(async (placed) => {
      const sending = sendingOf(outbox, placed.post.id);
      if (sending) await read(documentOf(placed.post.id));
      return sending ? { ...placed, sending } : placed;
    })
  );
}
