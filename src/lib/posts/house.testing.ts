import type { Cache } from '#lib/cache/cache.ts';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import { n3Patch } from '#lib/rdf/patch.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import type { Online } from '#lib/sync/online.ts';
import { makeSync } from '#lib/sync/make-sync.ts';
import { makeHouse } from '#lib/people/make-house.ts';
import type { House } from '#lib/people/me.ts';

/** A person at home in a small world of spaces: the real cache and sync, and a pod in memory. */
export interface TestHouse extends House {
  readonly world: World;
  readonly cache: Cache;
  /** Every patch that left the house, as the text of its body, oldest first. */
  readonly sent: { readonly url: string; readonly body: string }[];
  /** Until everything that waits has arrived. */
  allSent(): Promise<void>;
  close(): void;
}

/** Without `id` the space is made; with it this is another device of that person. */
export function testHouse(
  storage: string,
  world: World = memoryWorld(),
  id = world.addSpace(storage),
  online?: Online
): TestHouse {
  const cache = memoryCache();
  const sent: TestHouse['sent'] = [];
  const real = world.podFor(id);
  const pod = Object.assign(Object.create(real) as typeof real, {
    patch: (url: string, change: Parameters<typeof real.patch>[1], etag?: string) => {
      sent.push({ url, body: n3Patch(change) });
      return real.patch(url, change, etag);
    }
  });
  const sync = makeSync({ pod: bound(pod, real), cache, ...(online && { online }) });
  return {
    ...makeHouse({ id, storage, issuer: new URL(storage).origin }, cache, sync),
    world,
    cache,
    sent,
    allSent: async () => sync.settled((await sync.outbox()).map((entry) => entry.id)),
    close: () => sync.close()
  };
}

/** The real pod's methods know themselves only by `this`. */
function bound<T extends object>(over: T, real: T): T {
  return new Proxy(over, {
    get(target, name) {
      const own = Object.hasOwn(target, name);
      const value = Reflect.get(own ? target : real, name, own ? target : real) as unknown;
      return typeof value === 'function' ? value.bind(own ? target : real) : value;
    }
  });
}
