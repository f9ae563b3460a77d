import type { Cache } from '#lib/cache/cache.ts';
import type { Notice } from '#lib/solid/channels/channels.ts';
import type { Clock } from './clock.ts';
import type { Refresher } from './refresher.ts';

/** So many readings of one document in so many ms follow a notice at once; a server that tells more often waits. */
const OFTEN = 40;
const WINDOW = 10_000;

/** Makes a document true that was said to have changed; without a notice: that may have. */
export type Tell = (url: string, notice?: Notice) => void;

/** One document at a time; what is told meanwhile leads to one more reading. */
export function told(parts: { cache: Cache; refresher: Refresher; clock: Clock }): {
  tell: Tell;
  close(): void;
} {
  const { cache, refresher, clock } = parts;
  const waiting = new Map<string, Notice>();
  const busy = new Set<string>();
  const read = new Map<string, number[]>();
  const rests = new Set<() => void>();
  let closed = false;

  async function work(url: string): Promise<void> {
    busy.add(url);
    try {
      for (let notice = waiting.get(url); notice && !closed; notice = waiting.get(url)) {
        // A reading under way may have been answered before the change.
        await refresher.idle(url);
        if (closed) return;
        // What is being written there now is read again when it has arrived, and this is most likely its echo.
        if (await isOnItsWay(url)) {
          await changeOf(url);
          continue;
        }
        // The newest, if more was told meanwhile.
        notice = waiting.get(url) ?? notice;
        waiting.delete(url);
        if (await isKnown(url, notice)) continue;
        if (await isArrived(url)) {
          await refresher.idle(url);
          if (await isArrived(url)) refresher.again(url);
          await refresher.idle(url);
          if (closed || (await isKnown(url, notice))) continue;
        }
        await rest(url);
        if (!closed) await refresher.refresh([url]);
      }
    } finally {
      busy.delete(url);
    }
  }

  /** The echo of our own writing, or of a reading that was quicker. */
  async function isKnown(url: string, { state }: Notice): Promise<boolean> {
    if (state === undefined) return false;
    const document = await cache.document(url);
    return document?.etag === state && document.state === 'fresh';
  }

  /** Something of ours has arrived there and is read again in a moment: then it is known whose news this was. */
  const isArrived = async (url: string) => (await cache.document(url))?.state === 'stale';

  async function isOnItsWay(url: string): Promise<boolean> {
    const outbox = await cache.outbox();
    return outbox.some((one) => one.document === url && !one.problem && one.nextAt <= clock.now());
  }

  /** Until something about this document is another here. */
  const changeOf = (url: string) =>
    waitFor((done) =>
      cache.subscribe((urls) => {
        if (urls.has(url)) done();
      })
    );

  /** Ends early when this ends. */
  const waitFor = (begin: (done: () => void) => () => void) =>
    new Promise<void>((resolve) => {
      const end = () => {
        rests.delete(end);
        stop();
        resolve();
      };
      rests.add(end);
      const stop = begin(end);
    });

  async function rest(url: string): Promise<void> {
    const now = clock.now();
    const recent = (read.get(url) ?? []).filter((at) => Math.abs(now - at) < WINDOW);
    read.set(url, [...recent, now]);
    const [first] = recent;
    if (recent.length < OFTEN || first === undefined) return;
    await waitFor((done) => clock.after(first + WINDOW - now, done));
  }

  return {
    tell(url, notice = {}) {
      waiting.set(url, notice);
      if (!busy.has(url)) void work(url);
    },
    close() {
      closed = true;
      for (const stop of rests) stop();
    }
  };
}
