import type { Cache } from '#lib/cache/cache.ts';
import { makeHouse } from '#lib/people/make-house.ts';
import type { House, Me } from '#lib/people/me.ts';
import type { Channels } from '#lib/solid/channels/channels.ts';
import type { Pod } from '#lib/solid/pod.ts';
import { makeSync } from '#lib/sync/make-sync.ts';

/** What belongs to the app, whoever is here. */
interface Parts {
  readonly pod: Pod;
  readonly channels?: Channels;
  /** The time that what is written carries. */
  readonly now: () => number;
}

export interface OpenHouse {
  readonly house: House;
  readonly cache: Cache;
  close(): void;
}

/** Not while the first screens are drawn. */
const TIDY_AFTER_MS = 30_000;

/** Puts the rooms of one person together. The only place that does. */
export function openHouse(me: Me, cache: Cache, parts: Parts): OpenHouse {
  const { pod, channels, now } = parts;
  const sync = makeSync({ pod, cache, name: me.id, ...(channels ? { channels } : {}) });
  const tidying = setTimeout(() => void cache.evict(), TIDY_AFTER_MS);
  return {
    house: makeHouse(me, cache, sync, now),
    cache,
    close() {
      clearTimeout(tidying);
      sync.close();
      cache.close();
    }
  };
}
