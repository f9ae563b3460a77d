import type { View } from '#lib/cache/view.ts';

/**
 * Reads one document from the cache and notes that the question depends on it. Wishes it to be kept true (`'closed'`:
 * and it is most likely for a few only, so that asking for it as nobody first would be a request in vain), unless what
 * is known of it is good enough (`'known'`): then it is fetched only if it was never seen.
 */
export type Read = (url: string, wish?: 'true' | 'closed' | 'known') => Promise<View>;

/** A question to the cache. Asked again whenever a document it read has changed. */
export type Question<T> = (read: Read) => Promise<T>;

/** What a question needs from its surroundings; built once in app.ts. */
export interface Asking {
  /** Reads a view without noting anything. */
  readonly read: Read;
  /** As `Cache.subscribe`. */
  subscribe(listener: (urls: ReadonlySet<string>, isOurs?: boolean) => void): () => void;
  /** Called for each document a live question reads; `isClosed` as in `Read`. */
  readonly wanted: (url: string, isClosed?: boolean) => void;
}
