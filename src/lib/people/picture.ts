import { createSubscriber } from 'svelte/reactivity';
import type { Sync } from '#lib/sync/sync.ts';

/** How long a picture is kept after the last face that showed it has gone: a list that is left and opened again. */
const KEPT_MS = 60_000;
/** How often one that could not be had is asked for while a face looks at it, and after how long at first. */
const TRIES = 4;
const AGAIN_MS = 500;

/**
 * One picture as an address the page may show; fetched when a face looks at it, given up some time after. A plain field
 * and not $state: what is made while a component is drawn would not make that component draw again.
 */
export class Picture {
  #url: string | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;
  readonly #look: () => void;

  constructor(sync: Sync, address: string) {
    this.#look = createSubscriber((update) => {
      clearTimeout(this.#later);
      if (this.#url === undefined) void this.#fetch(sync, address, update);
      return () => {
        clearTimeout(this.#later);
        this.#later = setTimeout(() => this.#revoke(), KEPT_MS);
      };
    });
  }

  get url(): string | undefined {
    this.#look();
    return this.#url;
  }

  async #fetch(sync: Sync, address: string, update: () => void, tries = 1): Promise<void> {
    // A face without its picture shows initials: nothing to tell anybody about.
    const blob = await sync.blob(address).catch(() => undefined);
    if (this.#url !== undefined) return;
    if (blob?.type.startsWith('image/')) {
      this.#url = URL.createObjectURL(blob);
      update();
    } else if (tries < TRIES) {
      // One's own new picture is shown by one's profile a moment before it has arrived.
      this.#later = setTimeout(
        () => void this.#fetch(sync, address, update, tries + 1),
        AGAIN_MS * 4 ** tries
      );
    }
  }

  #revoke(): void {
    if (this.#url !== undefined) URL.revokeObjectURL(this.#url);
    this.#url = undefined;
  }
}
