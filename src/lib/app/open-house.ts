import { makeHouse, type How } from '#lib/people/make-house.ts';
import type { House, Me } from '#lib/people/me.ts';
import type { Sync } from '#lib/sync/sync.ts';
import type { Memory } from './open-memory.ts';

export interface OpenHouse {
  readonly house: House;
  readonly cache: Memory['cache'];
  close(): void;
}

/** Not while the first screens are drawn. */
const TIDY_AFTER_MS = 30_000;

/** Puts the rooms of one person together. The only place that does. */
export function openHouse(
  me: Me,
  { cache, fleeting }: Memory,
  sync: Sync,
  how: Omit<How, 'fleeting'> = {}
): OpenHouse {
  const tidying = setTimeout(() => void cache.evict(), TIDY_AFTER_MS);
  return {
    house: makeHouse(me, cache, sync, { ...how, fleeting }),
    cache,
    close() {
      clearTimeout(tidying);
      sync.close();
      cache.close();
    }
  };
}
