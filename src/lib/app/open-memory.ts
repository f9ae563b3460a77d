import type { Cache } from '#lib/cache/cache.ts';
import { StorageRefused } from '#lib/cache/database.ts';
import { openCache } from '#lib/cache/indexed-db-cache.ts';

export interface Memory {
  readonly cache: Cache;
  /** It goes with the page: the browser keeps nothing (private windows, settings). */
  readonly fleeting: boolean;
}

/**
 * What this device remembers of somebody. Rejects with OutdatedPage, as every later reading does, and tells
 * `outdated` of it.
 */
export async function openMemory(name: string, outdated: () => void): Promise<Memory> {
  try {
    return { cache: await openCache(name, { outdated }), fleeting: false };
  } catch (error) {
    if (!(error instanceof StorageRefused)) throw error;
    const { memoryCache } = await import('#lib/cache/memory-cache.ts');
    return { cache: memoryCache(), fleeting: true };
  }
}
