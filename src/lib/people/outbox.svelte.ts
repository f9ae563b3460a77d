import { createSubscriber } from 'svelte/reactivity';
import type { OutboxEntry } from '#lib/cache/cache.ts';
import type { House } from './me.ts';

/** What waits or stopped, as a screen watches it. Reading it in an effect or a template is watching. */
class Outbox {
  #entries = $state.raw<readonly OutboxEntry[]>([]);
  readonly #look: () => void;

  constructor({ sync }: Pick<House, 'sync'>) {
    this.#look = createSubscriber(() => {
      const again = () => void sync.outbox().then((entries) => (this.#entries = entries));
      again();
      return sync.subscribe(again);
    });
  }

  /** Oldest first. */
  get entries(): readonly OutboxEntry[] {
    this.#look();
    return this.#entries;
  }
}

const outboxes = new WeakMap<House['sync'], Outbox>();

/** One for each house. */
export function outboxOf(house: Pick<House, 'sync'>): Outbox {
  let outbox = outboxes.get(house.sync);
  if (!outbox) outboxes.set(house.sync, (outbox = new Outbox(house)));
  return outbox;
}
