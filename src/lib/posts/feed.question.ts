import type { OutboxEntry } from '#lib/cache/cache.ts';
import type { View } from '#lib/cache/view.ts';
import type { Question, Read } from '#lib/query/ask.ts';
import { documentOf } from '#lib/people/address.ts';
import type { Source } from '#lib/people/sources.question.ts';
import { joined, type Part } from './feed.rules.ts';
import type { Gists } from './gists.ts';
import { homesOf } from './homes.ts';
import { isOpen } from './is-open.ts';
import { olderOf, type Older } from './older.ts';
import { openArchive } from './open-archive.ts';
import type { Post } from './post.shape.ts';
import { quietOf, type Quiet } from './quiet.ts';
import { sendingOf, type Sending } from './sending.ts';
import type { Sightings } from './sightings.ts';

/** A post in its place in a list. */
export interface Placed {
  /** Its author is the owner of the space it stands in: nobody else is believed about it. */
  readonly post: Post;
  /** The time it stands at: its own, unless that lies in the future. */
  readonly at: Date;
  /** Everybody may read it: it stands in a document that is open to all. */
  readonly open: boolean;
  readonly sending?: Sending | undefined;
}

export interface Feed {
  /** Newest first. */
  readonly posts: readonly Placed[];
  /** Those whose newest words are not here. */
  readonly quiet: readonly Quiet[];
  /** Whether every document was looked at once: before that, "nothing" would be too early. */
  readonly complete: boolean;
  readonly older: Older;
}

/**
 * What these people say in their own spaces, newest first: what their pages hold, and older posts back to `reach`
 * (milliseconds since 1970). Ends where the posts of anybody may be missing.
 */
export function feedOf(
  people: Question<readonly Source[]>,
  gists: Gists,
  sightings: Sightings,
  outbox: () => Promise<readonly OutboxEntry[]>,
  reach: () => number = () => Infinity
): Question<Feed> {
  const listOf = lists();
  return async (read) => {
    const sources = await people(read);
    const homes = homesOf(sources);
    const found = await Promise.all(
      sources.map(async (source) => {
        const partsOf = (views: readonly View[]) =>
          Promise.all(
            views.map(async (view) => ({
              url: view.url,
              open: isOpen(view, source.storages),
              gist: await gists.of(view, source, homes, sightings)
            }))
          );
        const views = await Promise.all(source.documents.map((url) => read(url)));
        const parts = await partsOf(views);
        const opened = await Promise.all(
          views.map((view, n) => openArchive(read, view, parts[n]!, source, homes, reach()))
        );
        const archives = opened.filter((each) => each !== undefined);
        const before = await partsOf(archives.flatMap((each) => each.views));
        return {
          source,
          owner: source.owner,
          views,
          archives,
          list: listOf(source.owner, [...parts, ...before])
        };
      })
    );
    const older = olderOf(found, reach());
    // Lists in order stay together: sorting them again is little work.
    const posts = found
      .flatMap(({ list }) => list)
      .filter(({ at }) => at.getTime() >= older.horizon)
      .sort(newestFirst);
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
      older,
      complete: found.every(({ views }) => views.every((view) => view.document ?? view.waiting.length > 0))
    };
  };
}

/** Each person's words by themselves: nobody takes back or rewrites what somebody else wrote. Kept until they change. */
function lists(): (owner: string, parts: readonly Part[]) => readonly Placed[] {
  const kept = new Map<string, { readonly parts: readonly Part[]; readonly list: readonly Placed[] }>();
  return (owner, parts) => {
    const known = kept.get(owner);
    if (known && isSame(known.parts, parts)) return known.list;
    const list = joined(parts).map(({ post, at, open }) => ({ post, at: new Date(at), open }));
    kept.set(owner, { parts, list });
    return list;
  };
}

const isSame = (before: readonly Part[], now: readonly Part[]): boolean =>
  before.length === now.length &&
  before.every(({ url, gist, open }, n) => {
    const part = now[n]!;
    return url === part.url && gist === part.gist && open === part.open;
  });

const newestFirst = (a: Placed, b: Placed): number =>
  b.at.getTime() - a.at.getTime() || (a.post.id < b.post.id ? -1 : a.post.id > b.post.id ? 1 : 0);

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
