import type { Cache } from '#lib/cache/cache.ts';
import { documentOf } from '#lib/cache/document-of.ts';
import type { Channels } from '#lib/solid/channels/channels.ts';
import type { Pod } from '#lib/solid/pod.ts';
import { answering } from './answering.ts';
import { systemClock, type Clock } from './clock.ts';
import { entryMaker } from './entries-of.ts';
import { makeFollower } from './follow.ts';
import { lead } from './leader.ts';
import { lossesIn } from './losses.ts';
import { browserLooking, type Looking } from './looking.ts';
import { browserOnline, type Online } from './online.ts';
import { withDependents } from './order.ts';
import { makeRefresher } from './refresher.ts';
import { pictureReader } from './pictures.ts';
import { makeSender } from './sender.ts';
import { settled } from './settled.ts';
import { watchStatus } from './status.ts';
import type { Sync } from './sync.ts';

export interface SyncParts {
  readonly pod: Pod;
  readonly cache: Cache;
  readonly clock?: Clock;
  readonly online?: Online;
  readonly looking?: Looking;
  /** How servers tell of changes; without it they are asked. */
  readonly channels?: Channels;
  /** The same in all tabs that share this cache: only one of them sends. Without it this one does. */
  readonly name?: string;
}

/** Starts keeping a cache and the spaces true to each other; what an earlier page left unsent goes on its way. */
export function makeSync(parts: SyncParts): Sync {
  const { pod, cache, clock = systemClock, online = browserOnline, looking = browserLooking, name } = parts;
  const listeners = new Set<() => void>();
  const dropped = new Map<string, string>();
  const losses = lossesIn(cache);
  const entriesOf = entryMaker(clock);
  const refresher = makeRefresher({
    pod,
    cache,
    clock,
    online,
    told: () => status.look(),
    answered: answering(cache, clock)
  });
  const status = watchStatus({ cache, online, reading: () => refresher.reading }, () =>
    [...listeners].forEach((listener) => listener())
  );
  const sender = makeSender({ pod, cache, clock, online, changed: refresher.again });
  const { channels } = parts;
  const follower = makeFollower({ cache, clock, online, looking, refresher, channels, name });
  let leading = false;
  const wake = async () => {
    refresher.wake();
    follower.wake();
    if (leading) return sender.send(true);
    // The tab that sends hears of it.
    const late = (await cache.outbox()).filter((one) => !one.problem && one.nextAt > clock.now());
    await cache.commit({ update: late.map((one) => ({ ...one, nextAt: 0 })) });
  };
  const stops = [
    lead(name && `sync ${name}`, () => {
      leading = true;
      sender.send();
      follower.lead();
    }),
    cache.subscribe(() => leading && sender.send()),
    online.subscribe(() => void wake()),
    status.close,
    sender.close,
    follower.close,
    refresher.close
  ];
  const entry = async (id: string) => (await cache.outbox()).find((one) => one.id === id);

  return {
    async change(writes, group) {
      const enqueue = entriesOf(writes, await cache.outbox(), group);
      if (enqueue.length) await cache.commit({ enqueue });
      return enqueue.map((one) => one.id);
    },
    settled: (ids) => settled(cache, ids, dropped),
    want: refresher.want,
    refresh: refresher.refresh,
    follow: follower.follow,
    isLive: (url) => follower.isLive(documentOf(url)),
    list: (container) => pod.list(container),
    access: (url) => pod.access(url),
    blob: pictureReader({ pod, cache, clock, online }),
    outbox: () => cache.outbox(),
    async retry(id) {
      const stopped = await entry(id);
      if (!stopped) return;
      await cache.commit({ update: [{ ...stopped, problem: undefined, tries: 0, nextAt: 0 }] });
    },
    async discard(id) {
      const given = withDependents(await cache.outbox(), id);
      for (const one of given) dropped.set(one.id, one.document);
      await cache.commit({ dequeue: given.map((one) => one.id) });
      return given;
    },
    lost: losses.list,
    forget: losses.forget,
    wake: () => void wake(),
    pause: sender.pause,
    resume() {
      sender.resume();
      if (leading) sender.send();
    },
    get status() {
      return status.now;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => stops.forEach((stop) => stop())
  };
}
