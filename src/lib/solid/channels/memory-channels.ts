import type { MemoryStore } from '../memory-store.ts';
import { PodProblem } from '../problem.ts';
import { statusProblem } from '../status.ts';
import type { Channel, Channels, Ears, Service } from './channels.ts';

/** The sockets and channels of one world in memory, and what can happen to them. */
export class MemoryLines {
  /** Whether its servers take subscriptions. */
  offered = true;
  /** Sockets stay open and say nothing. */
  deaf = false;
  /** The network under sockets and subscriptions. */
  up = true;
  /** Subscriptions made, by topic, oldest first. */
  readonly made: string[] = [];
  readonly #topics = new Map<string, string>();
  readonly #open = new Set<{ readonly url: string; readonly ears: Ears }>();
  /** How long a channel lasts, ms. */
  lasts = 14 * 24 * 3_600_000;
  now: () => number = Date.now;

  constructor(store: MemoryStore) {
    store.changed = (topic, state) => {
      for (const one of [...this.#open]) {
        if (this.deaf || this.#topics.get(one.url) !== topic) continue;
        queueMicrotask(() => this.#open.has(one) && one.ears.heard(state === undefined ? {} : { state }));
      }
    };
  }

  /** Topics that somebody listens to now. */
  get heard(): string[] {
    return [...this.#open].map(({ url }) => this.#topics.get(url)!).sort();
  }

  /** Every socket breaks, as when a server restarts. */
  cut(): void {
    for (const one of [...this.#open]) {
      this.#open.delete(one);
      one.ears.ended('cut');
    }
  }

  /** The server forgets its channels. */
  forget(): void {
    this.#topics.clear();
  }

  add(topic: string): Channel {
    const receiveFrom = `wss://${new URL(topic).host}/.channels/${crypto.randomUUID()}`;
    this.made.push(topic);
    this.#topics.set(receiveFrom, topic);
    return { receiveFrom, endAt: this.now() + this.lasts };
  }

  open(url: string, ears: Ears): () => void {
    const one = { url, ears };
    let closed = false;
    queueMicrotask(() => {
      if (closed) return;
      if (!this.up) return ears.ended('cut');
      if (!this.#topics.has(url)) return ears.ended('refused');
      this.#open.add(one);
      ears.opened();
    });
    return () => {
      closed = true;
      this.#open.delete(one);
    };
  }
}

/** One person's channels in a world in memory. */
export class MemoryChannels implements Channels {
  readonly #store: MemoryStore;
  readonly #lines: MemoryLines;
  readonly #who: string | undefined;

  constructor(store: MemoryStore, lines: MemoryLines, who: string | undefined) {
    this.#store = store;
    this.#lines = lines;
    this.#who = who;
  }

  async find(topic: string): Promise<Service> {
    this.#demandNetwork(topic);
    const storage = new URL('/', topic).href;
    return this.#lines.offered ? { storage, url: `${storage}.channels/` } : { storage };
  }

  async subscribe(service: string, topic: string): Promise<Channel> {
    this.#demandNetwork(service);
    if (!this.#store.allows(this.#who, 'read', topic))
      throw statusProblem(service, this.#who === undefined ? 401 : 403);
    return this.#lines.add(topic);
  }

  listen(channel: Channel, _topic: string, ears: Ears): () => void {
    return this.#lines.open(channel.receiveFrom, ears);
  }

  #demandNetwork(url: string): void {
    if (!this.#lines.up) throw new PodProblem({ kind: 'offline', url, detail: 'no network' });
  }
}
