import { feedOf } from '#lib/posts/feed.question.ts';
import { rowsOver } from '#lib/posts/rows.ts';
import { sightingsIn } from '#lib/posts/sightings.ts';
import type { Sparql } from '#lib/query/sparql.ts';
import type { Friend } from '../world/friends.ts';
import { emptyHouse } from './empty-house.ts';

export interface Reading {
  /** Milliseconds from the first request until the newest posts stand in a list. */
  readonly took: number;
  /** Until all documents were in the cache: the network, and what the app does while it waits for it. */
  readonly fetched: number;
  /** What went out, counted at the door to the network. */
  readonly requests: number;
  /** Addresses of the posts, newest first. */
  readonly newest: readonly string[];
  /** What could not be read, and why: nothing, unless something is wrong. */
  readonly troubles: readonly string[];
}

/**
 * The app's own way to a feed, with nothing remembered: the documents are fetched over HTTP into a fresh cache, the
 * feed's question is asked of it, and its newest posts are taken.
 */
export async function ours(friends: readonly Friend[], count: number, sparql: Sparql): Promise<Reading> {
  let requests = 0;
  const { house, close } = emptyHouse(friends, (input, init) => {
    requests++;
    return fetch(input, init);
  });
  try {
    const people = friends.map(({ source }) => source);
    const rows = rowsOver(sparql, house.notes);
    const sightings = await sightingsIn(house.notes);
    const question = feedOf(
      async () => people,
      rows,
      sightings,
      () => house.sync.outbox()
    );
    const begun = performance.now();
    await house.sync.refresh(people.flatMap(({ documents }) => documents));
    const fetched = performance.now() - begun;
    const feed = await question(house.asking.read);
    const newest = feed.posts.slice(0, count).map(({ post }) => post.id);
    const took = performance.now() - begun;
    const views = await Promise.all(people.flatMap(({ documents }) => documents).map(house.asking.read));
    const troubles = views.flatMap(({ url, document }) =>
      document?.state === 'fresh' ? [] : [`${url} ${JSON.stringify(document?.problem)}`]
    );
    return { took, fetched, requests, newest, troubles };
  } finally {
    close();
  }
}
