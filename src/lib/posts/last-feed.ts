import type { Notes } from '#lib/people/me.ts';
import type { Feed, Placed } from './feed.question.ts';

const KEY = 'feed:last';
/** As many as are shown at first. */
const KEPT = 50;

interface Kept {
  readonly version: number;
  readonly posts: readonly Placed[];
}
/** Raised when `Placed` changes its form: what an older app kept is then not shown. */
const VERSION = 2;

/** What a feed showed last on this device, and how that is kept. */
export interface FeedMemory {
  last(): Promise<Feed | undefined>;
  keep(feed: Feed): Promise<unknown>;
}

/** The top of the feed as it was shown last on this device; undefined on the first visit. */
export async function lastFeed(notes: Notes): Promise<Feed | undefined> {
  const kept = (await notes.get(KEY)) as Kept | undefined;
  if (kept?.version !== VERSION || !Array.isArray(kept.posts)) return undefined;
  const older = { state: 'looking', horizon: Infinity, lacking: [] } as const;
  return { posts: kept.posts, quiet: [], older, complete: false };
}

const saved = new WeakMap<Notes, string>();

/** Keeps the top of the feed for the next visit, when it has changed; answers the feed. */
export async function rememberFeed(notes: Notes, feed: Feed): Promise<Feed> {
  const posts = feed.posts.slice(0, KEPT).map(({ post, at, open }) => ({ post, at, open }));
  const key = JSON.stringify(posts);
  if (saved.get(notes) === key) return feed;
  saved.set(notes, key);
  await notes.set(KEY, { version: VERSION, posts } satisfies Kept);
  return feed;
}
