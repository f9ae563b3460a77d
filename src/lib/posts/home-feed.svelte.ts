import type { House } from '#lib/people/me.ts';
import { sources } from '#lib/people/sources.question.ts';
import { live, type Live } from '#lib/query/live.svelte.ts';
import { feedOf, type Feed } from './feed.question.ts';
import { lastFeed, rememberFeed } from './last-feed.ts';
import { gistsOf } from './gists.ts';
import { sightingsIn } from './sightings.ts';

/**
 * The home feed of one person. Shows what it showed last at once, and the truth as soon as the cache has been asked;
 * so nothing has to be parsed or queried before the first paint.
 */
export class HomeFeed {
  #live = $state.raw<Live<Feed>>();
  #last = $state.raw<Feed>();

  constructor(house: House) {
    void this.#open(house);
  }

  /** Undefined only until this device's memory has answered. */
  get current(): Feed | undefined {
    return this.#live?.current ?? this.#last;
  }

  /** Whether the question failed, which is a defect and never a friend's fault. */
  get problem(): boolean {
    return this.#live?.problem !== undefined;
  }

  async #open(house: House): Promise<void> {
    const [last, sightings] = await Promise.all([lastFeed(house.notes), sightingsIn(house.notes)]);
    this.#last = last;
    const gists = gistsOf(house);
    const question = feedOf(sources(house), gists, sightings, () => house.sync.outbox());
    this.#live = live(house.asking, async (read) => {
      const feed = await rememberFeed(house.notes, await question(read));
      // Not awaited: the list is there. What cannot be kept is made again on the next visit.
      if (feed.complete) gists.keep().catch(() => {});
      return feed;
    });
  }
}

const feeds = new WeakMap<House, HomeFeed>();

/** One for each house, so that going back shows the same list at once. */
export function homeFeed(house: House): HomeFeed {
  let feed = feeds.get(house);
  if (!feed) feeds.set(house, (feed = new HomeFeed(house)));
  return feed;
}
