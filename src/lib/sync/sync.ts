import type { Access } from '#lib/solid/pod.ts';
import type { Intent, OutboxEntry } from '#lib/cache/cache.ts';
import type { Lost } from '#lib/cache/weigh.ts';

/** One thing to make true. `after` names earlier writes of the same call by their index, or entries by their id. */
export interface Write {
  readonly document: string;
  readonly intent: Intent;
  readonly after?: readonly (number | string)[];
  /** In plain words, for the list of what waits: "Post to friends". */
  readonly label: string;
}

/** How things stand between this device and the spaces, for the status pill. */
export interface Status {
  readonly online: boolean;
  /** Writes on their way or waiting for the network. */
  readonly waiting: number;
  /** Writes that stopped and need the person. */
  readonly stopped: number;
  /** Something is being fetched. */
  readonly reading: boolean;
}

/**
 * The only way from features to the network: a read is a wish ("keep this true"), a write is a statement of what
 * should be true. Screens read the cache (query/live.svelte.ts) and never wait for this.
 */
export interface Sync {
  /**
   * Saves all writes in one transaction (so they survive a crash), shows them at once through the cache, and sends
   * them in the background. Resolves when saved on this device, with the entries' ids. All of one call are one thing that the
   * person did; `group` (the first id of an earlier call) makes them part of that one.
   */
  change(writes: readonly Write[], group?: string): Promise<string[]>;
  /** Resolves when all these entries arrived; rejects with PodProblem when one of them stopped. */
  settled(ids: readonly string[]): Promise<void>;
  /**
   * A screen looks at this document: fetch it soon unless this page asked for it within `maxAge` milliseconds (30 s).
   * `isClosed`: as long as nobody knows better, it is asked for as oneself at once.
   */
  want(url: string, maxAge?: number, isClosed?: boolean): void;
  /** Fetches now and resolves when the cache is as true as it can be made (never rejects: the state is in the cache). */
  refresh(urls: readonly string[]): Promise<void>;
  /**
   * Keeps these documents true until told to stop: by a channel where the server offers one (those named first, when
   * there are too many for that), by asking every minute while the page is looked at where not. The folder of a
   * container tells of children that come and go.
   */
  follow(urls: readonly string[]): () => void;
  /** Whether the server of a followed document tells us of changes just now. */
  isLive(url: string): boolean;
  /** The children of a container, from the network. Throws PodProblem. Not for hot paths. */
  list(container: string): Promise<string[]>;
  /** Who may do what, from the server itself. Throws PodProblem. */
  access(url: string): Promise<Access>;
  /** A picture or file, checked for what it really is; what this device remembers of it at once. Throws PodProblem. */
  blob(url: string): Promise<Blob>;
  /** What waits or stopped, oldest first. */
  outbox(): Promise<readonly OutboxEntry[]>;
  /** Try a stopped entry again. */
  retry(id: string): Promise<void>;
  /** Give an entry up, and everything that waits for it. Answers what was dropped, so that words can be shown again. */
  discard(id: string): Promise<readonly OutboxEntry[]>;
  /** What lost against another device, oldest first, until it is forgotten; of one thing, when it is given. */
  lost(subject?: string): Promise<readonly Lost[]>;
  /** The person has seen to it. */
  forget(lost: Lost): Promise<void>;
  /** Tries at once what waits for its next try: somebody signed in again, a tab came back to the front. */
  wake(): void;
  /** Begins nothing more, and resolves when what is under way is saved: before the page is loaded anew. */
  pause(): Promise<void>;
  /** Goes on after a pause: the page was not loaded anew after all. */
  resume(): void;
  readonly status: Status;
  /** Called when `status` changed; answers the way to stop. */
  subscribe(listener: () => void): () => void;
  close(): void;
}
