import { openHouse, type OpenHouse } from '#lib/app/open-house.ts';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import { localLeave } from '#lib/solid/address-rule.ts';
import { guardedFetch } from '#lib/solid/guarded-fetch.ts';
import { HttpPod } from '#lib/solid/http-pod.ts';
import { makeSync } from '#lib/sync/make-sync.ts';
import type { Friend } from '../world/friends.ts';

/** A house that remembers nothing, or what `cache` does: put together by app/open-house.ts as in a page, in memory. */
export function emptyHouse(
  friends: readonly Friend[],
  send: typeof fetch = fetch,
  cache = memoryCache()
): OpenHouse {
  const base = friends[0]!.recent;
  const guard = guardedFetch({ allowsLocal: localLeave(base, () => []), fetch: send });
  const me = { id: new URL('/me#i', base).href, storage: new URL('/me/', base).href, issuer: base };
  return openHouse(
    me,
    { cache, fleeting: true },
    makeSync({ pod: new HttpPod({ fetch: guard }), cache, name: me.id })
  );
}
