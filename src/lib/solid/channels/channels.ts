/** Where a server takes subscriptions for what lies in one storage. Without `url` it takes none. */
export interface Service {
  /** What it is for: every address that begins with this. */
  readonly storage: string;
  readonly url?: string | undefined;
}

/** A channel for one document. Plain values, so that it can be kept and opened again by a later page. */
export interface Channel {
  readonly receiveFrom: string;
  /** When the server ends it, milliseconds since 1970; undefined when it does not say. */
  readonly endAt?: number | undefined;
}

/** "This document has changed." */
export interface Notice {
  /** The ETag it has now, as a GET would tell it (Solid Notifications Protocol, `state`). Missing for deletions. */
  readonly state?: string | undefined;
}

/** `refused`: the server does not know the channel (any more); `cut`: everything else. */
export type Ended = 'cut' | 'refused';

export interface Ears {
  /** From now on the server tells; what changed before may have been missed. */
  opened(): void;
  heard(notice: Notice): void;
  /** Once, and nothing after it. Not called for a channel that was closed from here. */
  ended(why: Ended): void;
}

/**
 * Hearing of changes instead of asking: Solid Notifications Protocol with WebSocketChannel2023. A document's channel
 * tells of its own changes; a container's of children that come and go, never of a change inside a child.
 * Two implementations, one contract suite: over the network (`http-channels.ts`) and in memory, for tests.
 */
export interface Channels {
  /** Finds out where to subscribe. Throws PodProblem. */
  find(topic: string): Promise<Service>;
  /** Makes a channel, as me. Costs the server far more than opening one (63-85 ms). Throws PodProblem. */
  subscribe(service: string, topic: string): Promise<Channel>;
  /** Opens a channel; answers the way to close it. */
  listen(channel: Channel, topic: string, ears: Ears): () => void;
}
