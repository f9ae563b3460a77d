import type { House } from '#lib/people/me.ts';
import type { Source } from '#lib/people/sources.question.ts';
import type { Question } from '#lib/query/ask.ts';
import { live, type Live } from '#lib/query/live.svelte.ts';
import { feedOf, type Feed } from './feed.question.ts';
import { gistsOf } from './gists.ts';
import { sightingsIn } from './sightings.ts';

/** What a feed showed last on this device, and how that is kept. */
export interface FeedMemory {
  last(): Promise<Feed | undefined>;
  keep(feed: Feed): Promise<unknown>;
}

/**
 * A feed that goes on into older posts when somebody nears its end. With a memory it shows what it showed last at
 * once, so nothing has to be parsed or queried before the first paint.
 */
export class LongFeed {
  #live = $state.raw<Live<Feed>>();
  #last = $state.raw<Feed>();
  #reach = Infinity;
  #ask: (() => void) | undefined;

  constructor(house: House, people: Question<readonly Source[]>, memory?: FeedMemory) {
    void this.#open(house, people, memory);
  }

  /** Undefined only until this device's memory has answered. */
  get current(): Feed | undefined {
    return this.#live?.current ?? this.#last;
  }

  /** Whether the question failed, which is a defect and never a friend's fault. */
  get problem(): boolean {
    return this.#live?.problem !== undefined;
  }

  /** How far back somebody has asked for, milliseconds since 1970; Infinity before anybody did. */
  get reach(): number {
    return this.#reach;
  }

  /** Looks back to this moment. */
  reachTo(moment: number): void {
    if (moment >= this.#reach) return;
    this.#reach = moment;
    this.#ask?.();
  }

  /** One step further back, once everything is there that was asked for. */
  further(): void {
    const feed = this.current;
    if (feed?.complete && feed.older.state === 'more') this.reachTo(feed.older.horizon - 1);
  }

  async #open(house: House, people: Question<readonly Source[]>, memory?: FeedMemory): Promise<void> {
    const [last, sightings] = await Promise.all([memory?.last(), sightingsIn(house.notes)]);
    this.#last = last;
    const gists = gistsOf(house);
    const question = feedOf(
      people,
      gists,
      sightings,
      () => house.sync.outbox(),
      () => this.#reach
    );
    this.#ask = () => {
      const initial = this.#live?.current;
      this.#live = live(
        house.asking,
        async (read) => {
          const feed = await question(read);
          await memory?.keep(feed);
          // Not awaited: the list is there. What cannot be kept is made again on the next visit. Only for whom all
          // was asked about: the rest is forgotten then.
          if (memory && feed.complete) gists.keep().catch(() => {});
          return feed;
        },
        initial ? { initial } : {}
      );
    };
    this.#ask();
  }
}
