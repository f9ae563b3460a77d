import type { House } from '#lib/people/me.ts';
import { lastFeed, rememberFeed } from './last-feed.ts';
import { LongFeed } from './long-feed.svelte.ts';

const feeds = new WeakMap<House, LongFeed>();

/** The home feed of one person. One for each house, so that going back shows the same list at once. */
export function homeFeed(house: House): LongFeed {
  let feed = feeds.get(house);
  if (!feed) {
    const { notes } = house;
    feed = new LongFeed(house, {
      memory: { last: () => lastFeed(notes), keep: (feed) => rememberFeed(notes, feed) }
    });
    feeds.set(house, feed);
  }
  return feed;
}
