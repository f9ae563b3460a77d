import type { Cache } from '#lib/cache/cache.ts';
import type { Clock } from './clock.ts';
import type { Looking } from './looking.ts';
import type { Online } from './online.ts';
import type { Refresher } from './refresher.ts';

/** How often a followed document is asked for while the page is looked at, ms. */
export const EVERY = 60_000;
/** The same where a channel tells, in case it has died without a word. */
export const CHECK_UP = 10 * 60_000;
/** The longest pause for a server that does not answer. */
const LONGEST = 16 * 60_000;

export interface Rounds {
  /** Goes round these from now on; new ones are asked for at once, unless this page did a moment ago. */
  visit(urls: ReadonlySet<string>): void;
  /** Something changed that matters for when: whether one is live, whether somebody looks. */
  replan(): void;
  close(): void;
}

/** Asks for documents again and again while somebody looks: what channels cannot tell. */
export function rounds(parts: {
  cache: Cache;
  refresher: Refresher;
  clock: Clock;
  online: Online;
  looking: Looking;
  isLive: (url: string) => boolean;
  /** A check-up found what its channel had not told. */
  deaf: (url: string) => void;
  /** What could not be had before was answered. */
  answers: (url: string) => void;
}): Rounds {
  const { cache, refresher, clock, online, looking, isLive, deaf, answers } = parts;
  const visits = new Map<string, { asked: number; pause: number }>();
  let cancel = () => {};
  let closed = false;

  const dueAt = (url: string, { asked, pause }: { asked: number; pause: number }) =>
    asked + (isLive(url) ? CHECK_UP : pause);

  function plan(): void {
    cancel();
    if (closed || !looking.now || !online.now || visits.size === 0) return;
    const next = Math.min(...[...visits].map(([url, visit]) => dueAt(url, visit)));
    cancel = clock.after(Math.max(0, next - clock.now()), () => {
      for (const [url, visit] of visits) if (dueAt(url, visit) <= clock.now()) void ask(url, visit);
      plan();
    });
  }

  async function ask(url: string, visit: { asked: number; pause: number }): Promise<void> {
    visit.asked = clock.now();
    const before = await cache.document(url);
    const told = isLive(url);
    await refresher.refresh([url]);
    if (closed) return;
    const after = await cache.document(url);
    visit.pause = after?.state === 'broken' ? Math.min(LONGEST, visit.pause * 2) : EVERY;
    if (before?.state !== 'fresh') {
      if (after?.state === 'fresh') answers(url);
      // Told of our own writing a moment later: then this is one too many.
    } else if (told && isLive(url) && after?.etag !== before.etag) deaf(url);
    plan();
  }

  return {
    visit(urls) {
      for (const url of visits.keys()) if (!urls.has(url)) visits.delete(url);
      for (const url of urls) {
        if (visits.has(url)) continue;
        visits.set(url, { asked: clock.now(), pause: EVERY });
        refresher.want(url);
      }
      plan();
    },
    replan: plan,
    close() {
      closed = true;
      cancel();
    }
  };
}
