import type { House } from '#lib/people/me.ts';
import type { Live } from '#lib/query/live.svelte.ts';
import { live } from '#lib/query/live.svelte.ts';
import { behindPaint } from '#lib/ui/behind-paint.ts';
import type { Message } from '../message.ts';
import type { ReadBy } from './read-by.question.ts';

/** Most people show nothing: whether they begin to is asked so seldom (ms). What is shown is followed. */
const SELDOM_MS = 600_000;
const NOBODY: ReadonlyMap<string, readonly string[]> = new Map();

/** Who has read what in an open chat. What it needs comes behind the first paint. */
export class Readers {
  #answer = $state.raw<Live<ReadBy>>();
  #under = $state.raw<(list: readonly Message[], until: ReadBy['until']) => typeof NOBODY>();

  constructor(house: House, chat: string) {
    const load = () => Promise.all([import('./read-by.question.ts'), import('./readers.rules.ts')]);
    void behindPaint(load).then(([{ readBy }, { readersOf }]) => {
      const seldom = { ...house.asking, wanted: (url: string) => house.sync.want(url, SELDOM_MS) };
      this.#answer = live(seldom, readBy(house, chat));
      this.#under = readersOf;
    });
  }

  /** Documents to keep true while the chat is open. */
  get follow(): readonly string[] {
    return this.#answer?.current?.follow ?? [];
  }

  /** Message -> people to show under it. */
  under(list: readonly Message[]): typeof NOBODY {
    const until = this.#answer?.current?.until;
    return until?.size ? (this.#under?.(list, until) ?? NOBODY) : NOBODY;
  }
}
