import { untrack } from 'svelte';
import type { House } from '#lib/people/me.ts';
import { live, type Live } from '#lib/query/live.svelte.ts';
import { steady } from '#lib/query/steady.ts';
import type { Messages, Window } from './chat.ts';
import { checksOf } from './checks.ts';
import { messages } from './messages.question.ts';

/** So many messages at first. */
const PAGE = 50;
/** Whoever reads on gets half as many again as are here: all of a long chat is asked for few times. */
const MORE = 1.5;

/** Which part of a chat is shown: the newest messages, and more as somebody reads on or goes far back. */
export class ShownPart {
  #window = $state.raw<Window>({ count: PAGE });
  #shown = $state.raw<Messages>();
  readonly #ask: (window: Window) => Live<Messages>;
  // Not in the constructor: what is read there of one's own state is not followed.
  readonly #answer = $derived.by(() => this.#ask(this.#window));

  /** Made while a component is. `around`: a message to begin with; `since`: all after that moment is here too. */
  constructor(house: House, id: string, around: string | undefined, since: () => Date | undefined) {
    const checks = checksOf(house);
    const same = steady<Messages>();
    this.#ask = (window) =>
      live(checks.asking, same(messages(house, checks, id, { ...window, since: since() })));
    this.#window = { count: PAGE, around };
    $effect.pre(() => this.#take());
  }

  /** While more is asked for, or a new day, what was there stays. */
  #take(): void {
    const now = this.#answer.current;
    if (now) untrack(() => (this.#shown = now.isBehind ? (this.#shown ?? now) : now));
  }

  get current(): Messages | undefined {
    return this.#shown;
  }

  get problem() {
    return this.#answer.problem;
  }

  /** All that was asked for is here. */
  get isHere(): boolean {
    return this.#shown?.isComplete === true && this.#answer.current === this.#shown;
  }

  /** Fewer than were asked for: no link leads further back. */
  get isAll(): boolean {
    const list = this.#shown?.list ?? [];
    const { count, around } = this.#window;
    const place = around === undefined ? -1 : list.findIndex(({ id }) => id === around);
    return this.isHere && (place < 0 ? list.length < count : place < Math.floor(count / 2));
  }

  /** Asks for older ones, once what was asked for before is here. */
  older(): void {
    if (this.isHere && !this.isAll && !this.#shown?.isStart)
      this.#window = { ...this.#window, count: Math.ceil(this.#window.count * MORE) };
  }

  /** Asks for all from this message on. Answers false when that was asked for, and is here without it. */
  reach(around: string): boolean {
    if (this.#window.around === around) return !this.isHere;
    this.#window = { count: PAGE, around };
    return true;
  }

  /** The newest are enough again. */
  newest(): void {
    this.#window = { count: PAGE };
  }
}
