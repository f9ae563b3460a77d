import type { DrawnRows } from './drawn-rows.svelte.ts';

/** Watches what makes a long list higher or lower: its rows and what stands around them. */
export class Sizes {
  readonly #watcher: ResizeObserver;
  #width = 0;

  /** `changed`: something has another size. In a list of another width no row is as high as it was. */
  constructor(drawn: DrawnRows<unknown>, list: () => HTMLElement | undefined, changed: () => void) {
    this.#watcher = new ResizeObserver(() => {
      const width = list()?.clientWidth ?? this.#width;
      if (width !== this.#width) {
        if (this.#width > 0) drawn.heights.forget();
        this.#width = width;
        drawn.again();
      }
      changed();
    });
  }

  /** An attachment. */
  readonly watched = (element: HTMLElement) => {
    this.#watcher.observe(element);
    return () => this.#watcher.unobserve(element);
  };

  readonly stop = () => this.#watcher.disconnect();
}
