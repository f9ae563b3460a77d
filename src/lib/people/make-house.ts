import type { Cache } from '#lib/cache/cache.ts';
import { viewer, type LoadReader } from '#lib/cache/read-view.ts';
import type { Sync } from '#lib/sync/sync.ts';
import type { House, Me } from './me.ts';

export interface How {
  /** The time that what they write carries; the device's unless told. */
  readonly now?: House['now'];
  /** See `viewer`. */
  readonly loadReader?: LoadReader;
  /** See `Notes`. */
  readonly fleeting?: boolean;
}

/** One person's doors over one memory. */
export function makeHouse(
  me: Me,
  cache: Cache,
  sync: Sync,
  { now = Date.now, loadReader, fleeting = false }: How = {}
): House {
  return {
    me,
    sync,
    asking: {
      read: viewer(cache, loadReader),
      subscribe: (listener) => cache.subscribe(listener),
      wanted: (url, isClosed) => sync.want(url, undefined, isClosed)
    },
    notes: {
      get: (key) => cache.note(key),
      set: (key, value) => cache.setNote(key, value),
      keys: (prefix) => cache.noteKeys(prefix),
      fleeting
    },
    now
  };
}
