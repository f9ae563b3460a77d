import type { Cache } from '#lib/cache/cache.ts';
import type { Online } from './online.ts';
import type { Status } from './sync.ts';

/** How things stand, kept up to date; `tell` is called when it changed. */
export function watchStatus(cache: Cache, online: Online, tell: () => void): { now: Status; close(): void } {
  const watch = { now: { online: online.now, waiting: 0, stopped: 0 } as Status, close };
  const look = async () => {
    const outbox = await cache.outbox();
    const stopped = outbox.filter((entry) => entry.problem).length;
    const next = { online: online.now, waiting: outbox.length - stopped, stopped };
    const same =
      next.online === watch.now.online &&
      next.waiting === watch.now.waiting &&
      next.stopped === watch.now.stopped;
    watch.now = next;
    if (!same) tell();
  };
  const stops = [cache.subscribe(() => void look()), online.subscribe(() => void look())];
  function close() {
    for (const stop of stops) stop();
  }
  void look();
  return watch;
}
