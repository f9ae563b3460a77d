import type { Friend } from '../world/friends.ts';
import { emptyHouse } from './empty-house.ts';
import { watched } from './watched.ts';

export interface Reading {
  /** Milliseconds from the first request until the newest posts stand in a list. */
  readonly took: number;
  /** Until the first posts stood there. */
  readonly first: number;
  /** What went out, counted at the door to the network. */
  readonly requests: number;
  /** Addresses of the posts, newest first. */
  readonly newest: readonly string[];
  /** What could not be read, and why: nothing, unless something is wrong. */
  readonly troubles: readonly string[];
}

/**
 * The app's own way to a feed, with nothing remembered: a live question over a fresh cache, as the home page asks it.
 * It wants the documents, they are fetched over HTTP, and its answer is complete when all have been looked at.
 */
export async function ours(friends: readonly Friend[], count: number): Promise<Reading> {
  let requests = 0;
  const open = emptyHouse(friends, (input, init) => {
    requests++;
    return fetch(input, init);
  });
  try {
    const { took, first, feed } = await watched(open, friends, ({ complete }) => complete);
    const newest = feed.posts.slice(0, count).map(({ post }) => post.id);
    const views = await Promise.all(friends.map(({ recent }) => open.house.asking.read(recent)));
    const troubles = views.flatMap(({ url, document }) =>
      document?.state === 'fresh' ? [] : [`${url} ${JSON.stringify(document?.problem)}`]
    );
    return { took, first, requests, newest, troubles };
  } finally {
    open.close();
  }
}
