import type { Cache } from '#lib/cache/cache.ts';
import { viewer } from '#lib/cache/read-view.ts';
import type { Sync } from '#lib/sync/sync.ts';
import type { House, Me } from './me.ts';

/** One person's doors over one memory. `now`: the time that what they write carries; the device's unless told. */
export function makeHouse(me: Me, cache: Cache, sync: Sync, now: House['now'] = Date.now): House {
  return {
    me,
    sync,
    asking: {
      read: viewer(cache),
      subscribe: (listener) => cache.subscribe(listener),
      wanted: (url) => sync.want(url)
    },
    notes: {
      get: (key) => cache.note(key),
      set: (key, value) => cache.setNote(key, value),
      keys: (prefix) => cache.noteKeys(prefix)
    },
    now
  };
}
