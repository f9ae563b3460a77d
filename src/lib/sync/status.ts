import type { Cache, OutboxEntry } from '#lib/cache/cache.ts';
import type { Online } from './online.ts';
import type { Status } from './sync.ts';

/** How things stand, kept up to date; `tell` is called when that or what waits changed, `look` looks now. */
export function watchStatus(
  { cache, online, reading }: { cache: Cache; online: Online; reading: () => boolean },
  tell: () => void
): { now: Status; look(): void; close(): void } {
  let known: readonly OutboxEntry[] = [];
  const watch = {
    now: { online: online.now, waiting: 0, stopped: 0, reading: false } as Status,
    look,
    close
  };
  async function read(): Promise<void> {
    const outbox = await cache.outbox();
    const stopped = outbox.filter((entry) => entry.problem).length;
    const next = {
      online: online.now,
      waiting: outbox.length - stopped,
      stopped,
      reading: reading()
    };
    // Why something waits changes more often than how much does; the list is the same one until it changes.
    const same = outbox === known && next.online === watch.now.online && next.reading === watch.now.reading;
    watch.now = next;
    known = outbox;
    if (!same) tell();
  }
  function look(): void {
    void read();
  }
  const stops = [cache.subscribe(look), online.subscribe(look)];
  function close() {
    for (const stop of stops) stop();
  }
  look();
  return watch;
}
