import type { Cache, Transaction } from '#lib/cache/cache.ts';
import { makeHouse } from '#lib/people/make-house.ts';
import type { House } from '#lib/people/me.ts';
import type { Pod } from '#lib/solid/pod.ts';
import type { Clock } from '#lib/sync/clock.ts';
import { makeSync } from '#lib/sync/make-sync.ts';
import type { Online } from '#lib/sync/online.ts';
import type { Ground } from './ground.ts';
import type { Locks } from './locks.ts';
import { Life, mortal } from './mortal.ts';

export interface Tab {
  readonly life: Life;
  readonly house: House;
  readonly cache: Cache;
}

const CACHE = [
  'document',
  'outbox',
  'commit',
  'note',
  'setNote',
  'blob',
  'setBlob',
  'evict',
  'wipe'
] as const;
const POD = [
  'read',
  'readBlob',
  'create',
  'replace',
  'patch',
  'remove',
  'post',
  'list',
  'setAccess',
  'access'
] as const satisfies (keyof Pod)[];

/** One more tab of the person's device: the real cache, views, sync and house, all of which die with it. */
export async function openTab(ground: Ground, online: Online, locks: Locks): Promise<Tab> {
  const life = new Life();
  const memory = await ground.open();
  // What dies between a message's arrival and taking it off the list sends it again.
  const posts = { open: 0 };
  life.onEnd(() => (ground.unheard += posts.open));
  const cache = mortal(deaf(memory, life, ground, posts), life, CACHE);
  const pod = mortal(far(ground, life, posts), life, POD);
  locks.asking = life;
  life.onEnd(() => locks.died(life));
  const sync = withLines(life, () =>
    makeSync({
      pod,
      cache,
      clock: mortalClock(ground.clock, life),
      online: {
        get now() {
          return online.now;
        },
        subscribe: (listener) => online.subscribe(() => life.over || listener())
      },
      name: ground.me.id
    })
  );
  const me = { ...ground.me, issuer: new URL(ground.me.storage).origin };
  const house = makeHouse(me, cache, sync, { now: () => ground.time() });
  return { life, house, cache: memory };
}

/** Does what opens lines to the other tabs; a dead tab's lines are closed by the browser. */
function withLines<T>(life: Life, work: () => T): T {
  const Line = globalThis.BroadcastChannel;
  globalThis.BroadcastChannel = class extends Line {
    constructor(name: string) {
      super(name);
      life.onEnd(() => super.close());
    }
    override postMessage(message: unknown): void {
      if (!life.over) super.postMessage(message);
    }
  };
  try {
    return work();
  } finally {
    globalThis.BroadcastChannel = Line;
  }
}

/** The dead hear of no change. */
function deaf(cache: Cache, life: Life, ground: Ground, posts: { open: number }): Cache {
  return new Proxy(cache, {
    get(target, name) {
      if (name === 'subscribe')
        return (listener: Parameters<Cache['subscribe']>[0]) =>
          target.subscribe((urls) => life.over || listener(urls));
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const call = value.bind(target) as (...given: unknown[]) => unknown;
      if (name !== 'commit' && name !== 'outbox' && name !== 'document') return call;
      return async (...given: unknown[]) => {
        if (name === 'commit') {
          await ground.lag();
          // Not yet begun when it died.
          if (life.over) return;
        }
        const answer = await call(...given);
        const { enqueue = [], dequeue = [] } = name === 'commit' ? (given[0] as Transaction) : {};
        for (const { id, intent } of enqueue) if (intent.kind === 'send') ground.sends.add(id);
        posts.open -= dequeue.filter((id) => ground.sends.has(id)).length;
        await ground.lag();
        return answer;
      };
    }
  });
}

/** Answers take their time to come home. */
function far(ground: Ground, life: Life, posts: { open: number }): Pod {
  return new Proxy(ground.pod, {
    get(target, name) {
      const call = (Reflect.get(target, name, target) as (...given: unknown[]) => Promise<unknown>).bind(
        target
      );
      return async (...given: unknown[]) => {
        const answer = await call(...given);
        if (name === 'post' && life.over) ground.unheard++;
        else if (name === 'post') posts.open++;
        await ground.lag();
        return answer;
      };
    }
  });
}

const mortalClock = (clock: Clock, life: Life): Clock => ({
  now: () => clock.now(),
  after: (time, run) => clock.after(time, () => life.over || run()),
  chance: () => clock.chance()
});
