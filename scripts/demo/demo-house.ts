import { memoryCache } from '#lib/cache/memory-cache.ts';
import { makeHouse } from '#lib/people/make-house.ts';
import type { House } from '#lib/people/me.ts';
import { localLeave } from '#lib/solid/address-rule.ts';
import { guardedFetch } from '#lib/solid/guarded-fetch.ts';
import { HttpPod } from '#lib/solid/http-pod.ts';
import { makeSync } from '#lib/sync/make-sync.ts';

export interface DemoHouse extends House {
  /** Until everything that waits has arrived. */
  allSent(): Promise<void>;
}

/** The same rooms as in a browser, around somebody's own fetch and a memory that ends with the process. */
export function demoHouse(pods: string, me: House['me'], own: typeof fetch): DemoHouse {
  const pod = new HttpPod({
    fetch: guardedFetch({ allowsLocal: localLeave(pods, () => [pods]) }),
    sender: { webId: me.id, fetch: own },
    own: () => [me.storage]
  });
  const cache = memoryCache();
  const sync = makeSync({ pod, cache });
  return {
    ...makeHouse(me, cache, sync),
    allSent: async () => sync.settled((await sync.outbox()).map(({ id }) => id))
  };
}
