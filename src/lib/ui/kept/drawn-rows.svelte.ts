import { surviving, type Anchor } from './anchor.ts';
import { Heights } from './heights.ts';
import { shownRows, type Range, type ShownRow } from './shown-rows.ts';

/** A hand scrolls so far while more is drawn (CSS px). */
export const OVER = 800;

export interface DrawnRow<T> extends ShownRow {
  readonly item: T;
}

/** What of a long list is drawn: the rows near the window, the one that has the focus, and room for all others. */
export class DrawnRows<T> {
  readonly heights: Heights;
  /** What stays where it is in the window, whatever happens around it; without it an end of the list does. */
  anchor: Anchor | undefined;
  /** Drawn beyond the window on either side (CSS px); 0 while nothing has been painted, for that to be soon. */
  over = OVER;
  /** The items that `heights` knows: what is drawn never mixes two lists. */
  #items: readonly T[] = [];
  #version = $state(0);
  #range = $state.raw<Range>({ first: 0, last: 8 });
  #held = $state<string>();

  readonly rows: readonly DrawnRow<T>[] = $derived.by(() => this.#near());
  /** Room below the last one that is drawn (CSS px). */
  readonly below: number = $derived.by(() => this.#left());

  /** `guess`: how high a row may be that nobody has seen (CSS px). */
  constructor(guess?: number) {
    this.heights = new Heights(guess);
  }

  /** Another list: what is read stays in its place, or its neighbour when it is gone. */
  change(items: readonly T[], keyOf: (item: T) => string): void {
    const keys = items.map(keyOf);
    if (this.anchor) this.anchor = surviving(this.anchor, this.heights, keys);
    this.heights.keys = keys;
    this.#items = items;
    if (this.#held !== undefined && this.heights.indexOf(this.#held) === undefined) this.#held = undefined;
    this.#version++;
  }

  /** Where the window's top has to stand for the anchor to be in its place (CSS px from the list's top). */
  get wanted(): number | undefined {
    const index = this.anchor && this.heights.indexOf(this.anchor.key);
    return index === undefined ? undefined : this.heights.top(index) - this.anchor!.offset;
  }

  /** Draws what is near a window of this height whose top stands at `y` (CSS px from the list's top). */
  aim(y: number, height: number): void {
    const { heights, over } = this;
    const next = { first: heights.at(y - over), last: heights.at(y + height + over) };
    if (next.first !== this.#range.first || next.last !== this.#range.last) this.#range = next;
  }

  /** Draws again, where nothing but the anchor changed. */
  again(): void {
    this.#version++;
  }

  /** Takes what the rows in `list` really measure; answers whether that was news. */
  measure(list: HTMLElement): boolean {
    return this.heights.measure(
      [...list.children].map(
        (row) => [(row as HTMLElement).dataset.row!, row.getBoundingClientRect().height] as const
      )
    );
  }

  /**
   * Keeps the row in the page that has the focus now. Also when the whole browser loses the focus: the element then
   * keeps it for later.
   */
  hold(list: HTMLElement): void {
    const row = document.activeElement?.closest<HTMLElement>('[data-row]');
    this.#held = row && list.contains(row) ? row.dataset.row : undefined;
  }

  #near(): DrawnRow<T>[] {
    void this.#version;
    return shownRows(this.heights, this.#range, this.#held).map((each) => ({
      ...each,
      item: this.#items[each.index]!
    }));
  }

  #left(): number {
    return this.heights.total - this.heights.top((this.rows.at(-1)?.index ?? -1) + 1);
  }

  get held(): string | undefined {
    return this.#held;
  }
}
