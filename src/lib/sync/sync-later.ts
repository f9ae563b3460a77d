import type { Cache } from '#lib/cache/cache.ts';
import { browserOnline, type Online } from './online.ts';
import type { Status, Sync } from './sync.ts';

/**
 * A Sync whose engine is still being loaded, so that a screen can be painted from the cache before there is one.
 * What only looks at this device answers at once; wishes are passed on when the engine is here, and whatever resolves
 * waits for it. Rejects what `coming` rejects with; closed before, no engine is made.
 */
export function syncLater(coming: Promise<() => Sync>, cache: Cache, online: Online = browserOnline): Sync {
  const listeners = new Set<() => void>();
  const tell = () => [...listeners].forEach((listener) => listener());
  const wishes: ((sync: Sync) => void)[] = [];
  let here: Sync | undefined;
  let closed = false;
  const stopLooking = online.subscribe(tell);

  const engine = coming.then((make) => {
    if (closed) throw new Error('It was closed before it began.');
    stopLooking();
    const sync = (here = make());
    sync.subscribe(tell);
    for (const wish of wishes.splice(0)) wish(sync);
    tell();
    return sync;
  });
  engine.catch(() => {}); // told to whoever asked for it
  const soon = (wish: (sync: Sync) => void): void => {
    if (here) wish(here);
    else wishes.push(wish);
  };

  return {
    change: async (...given) => (await engine).change(...given),
    settled: async (ids) => (await engine).settled(ids),
    want: (...given) => soon((sync) => sync.want(...given)),
    refresh: async (urls) => (await engine).refresh(urls),
    follow(urls) {
      let stop: (() => void) | undefined;
      let stopped = false;
      soon((sync) => stopped || (stop = sync.follow(urls)));
      return () => {
        stopped = true;
        stop?.();
      };
    },
    isLive: (url) => here?.isLive(url) ?? false,
    list: async (container) => (await engine).list(container),
    access: async (url) => (await engine).access(url),
    blob: async (url) => (await engine).blob(url),
    outbox: () => cache.outbox(),
    retry: async (id) => (await engine).retry(id),
    discard: async (id) => (await engine).discard(id),
    lost: async (subject) => (await engine).lost(subject),
    forget: async (lost) => (await engine).forget(lost),
    wake: () => soon((sync) => sync.wake()),
    // An engine on its way would begin to send: it is asked first. Of one that never comes nothing is under way.
    pause: () =>
      engine.then(
        (sync) => sync.pause(),
        () => undefined
      ),
    // Behind the pause, whenever that is heard.
    resume: () =>
      void engine.then(
        (sync) => sync.resume(),
        () => undefined
      ),
    get status(): Status {
      return here?.status ?? { online: online.now, waiting: 0, stopped: 0, reading: false };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closed = true;
      stopLooking();
      here?.close();
    }
  };
}
