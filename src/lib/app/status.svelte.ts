import { createSubscriber } from 'svelte/reactivity';
import type { OutboxEntry } from '#lib/cache/cache.ts';
import type { Sync, Status } from '#lib/sync/sync.ts';

/** How things stand between this device and the spaces, as a screen watches it. */
export class StatusWatch {
  #waiting = $state.raw<readonly OutboxEntry[]>([]);
  readonly #sync: Sync;
  readonly #look: () => void;

  constructor(sync: Sync) {
    this.#sync = sync;
    this.#look = createSubscriber((update) => {
      const again = () => {
        update();
        void sync.outbox().then((entries) => (this.#waiting = entries));
      };
      again();
      return sync.subscribe(again);
    });
  }

  get now(): Status {
    this.#look();
    return this.#sync.status;
  }

  /** What waits or stopped, oldest first. */
  get entries(): readonly OutboxEntry[] {
    this.#look();
    return this.#waiting;
  }
}
