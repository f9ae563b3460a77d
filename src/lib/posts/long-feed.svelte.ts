import type { House } from '#lib/people/me.ts';
import { live, type Live } from '#lib/query/live.svelte.ts';
import { untilLoaded } from '#lib/ui/until-loaded.ts';
import type { Feed } from './feed.question.ts';
import type { FeedMemory } from './last-feed.ts';

interface Of {
  /** The one person whose posts these are; everyone's otherwise. */
  readonly whose?: string;
  readonly memory?: FeedMemory;
}

/**
 * A feed that goes on into older posts when somebody nears its end. With a memory it shows what it showed last at
 * once, so nothing has to be parsed or queried before the first paint, and what does that comes behind it.
 */
export class LongFeed {
  #live = $state.raw<Live<Feed>>();
  #last = $state.raw<Feed>();
  #reach = Infinity;
  #ask: (() => void) | undefined;

  constructor(house: House, of: Of) {
    void this.#open(house, of);
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

  async #open(house: House, of: Of): Promise<void> {
    const coming = untilLoaded(() => import('./long-question.ts'));
    this.#last = await of.memory?.last();
    const question = await (await coming).longQuestion(house, () => this.#reach, of);
    this.#ask = () => {
      const initial = this.#live?.current;
      this.#live = live(house.asking, question, initial ? { initial } : {});
    };
    this.#ask();
  }
}
