import { memoryCache } from '#lib/cache/memory-cache.ts';
import { n3Patch } from '#lib/rdf/patch.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import type { Access, Body, Change, Pod } from '#lib/solid/pod.ts';
import { makeSync } from '#lib/sync/make-sync.ts';
import { makeHouse } from './make-house.ts';
import type { House } from './me.ts';

/** One thing that left the house, with its body as it went over the wire. */
export interface Sent {
  readonly verb: 'create' | 'replace' | 'patch' | 'remove' | 'post' | 'setAccess';
  readonly url: string;
  readonly body?: Body;
  readonly access?: Access;
}

/** A person at home in a small world of spaces: the real cache and sync, and a pod in memory. */
export interface TestHouse extends House {
  readonly world: World;
  readonly sent: Sent[];
  /** Until everything that waits has arrived. Rejects when something is refused. */
  allSent(): Promise<void>;
  close(): void;
}

export const world = memoryWorld;

/** Moves into `https://{name}.example/` (or goes there again) as `Name`. */
export function testHouse(name: string, world: World = memoryWorld()): TestHouse {
  const storage = `https://${name}.example/`;
  const id = `${storage}profile/card#me`;
  if (world.peek(`${storage}profile/card`) === undefined) {
    world.addSpace(storage, name[0]!.toUpperCase() + name.slice(1));
  }
  return { ...houseOver(id, storage, world.podFor(id)), world };
}

/** A device of one person: the real cache and sync over any pod. */
export function houseOver(id: string, storage: string, pod: Pod): Omit<TestHouse, 'world'> {
  const cache = memoryCache();
  const sent: Sent[] = [];
  const sync = makeSync({ pod: recorded(pod, sent), cache });
  return {
    ...makeHouse({ id, storage, issuer: new URL(storage).origin }, cache, sync),
    sent,
    allSent: async () => sync.settled((await sync.outbox()).map((entry) => entry.id)),
    close: () => sync.close()
  };
}

function recorded(pod: Pod, sent: Sent[]): Pod {
  const note = (one: Sent) => void sent.push(one);
  return {
    read: (url, options) => pod.read(url, options),
    readBlob: (url, options) => pod.readBlob(url, options),
    list: (url) => pod.list(url),
    access: (url) => pod.access(url),
    create: (url, body, type) => (note({ verb: 'create', url, body }), pod.create(url, body, type)),
    replace: (url, body, type, etag) => (
      note({ verb: 'replace', url, body }),
      pod.replace(url, body, type, etag)
    ),
    patch: (url, change: Change, etag) => (
      note({ verb: 'patch', url, body: n3Patch(change) }),
      pod.patch(url, change, etag)
    ),
    remove: (url) => (note({ verb: 'remove', url }), pod.remove(url)),
    post: (url, body, type) => (note({ verb: 'post', url, body }), pod.post(url, body, type)),
    setAccess: (url, access) => (note({ verb: 'setAccess', url, access }), pod.setAccess(url, access))
  };
}
