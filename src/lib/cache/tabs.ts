/** What one tab tells the others after a step. */
export interface Change {
  readonly urls: ReadonlySet<string>;
  /** Whether the outbox is another one now. */
  readonly outbox: boolean;
}

/** A line to the other tabs with the same database. What is sent is heard by all but the sender. */
export class Tabs {
  readonly #channel: BroadcastChannel;

  constructor(name: string, hear: (change: Change) => void) {
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = (event: MessageEvent<Change>) => hear(event.data);
    // In Node an open line would keep the process from ending.
    (this.#channel as { unref?: () => void }).unref?.();
  }

  tell(change: Change): void {
    this.#channel.postMessage(change);
  }

  close(): void {
    this.#channel.close();
  }
}
