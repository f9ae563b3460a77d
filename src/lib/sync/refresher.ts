import type { Cache, Reread } from '#lib/cache/cache.ts';
import { documentOf } from '#lib/cache/document-of.ts';
import type { Pod } from '#lib/solid/pod.ts';
import { batch } from './batch.ts';
import type { Clock } from './clock.ts';
import type { Online } from './online.ts';
import { fetchDocument } from './receive.ts';
import { turns } from './turns.ts';

export const MAX_AGE = 30_000;
/** Requests under way; how many of them go to one server is the guarded fetch's matter. */
const PARALLEL = 32;
/**
 * Milliseconds until what we wrote is read again. Whoever follows the document asks for it at this very moment, and most
 * servers have one processor for it: others' reading is worth more than ours, who know what stands there.
 */
export const AFTER_OURS = 300;
/** How often a document may change here while it is read before the reading is given up until the next. */
const ROUNDS = 9;

export interface Refresher {
  want(url: string, maxAge?: number, isClosed?: boolean): void;
  refresh(urls: readonly string[]): Promise<void>;
  /** Reads again when there is nothing more urgent, `wait` ms from now unless told: something of ours arrived there. */
  again(url: string, wait?: number): void;
  /** Resolves when no reading of this document is under way, or about to be. */
  idle(url: string): Promise<void>;
  /** The network is back, or somebody has signed in: what was wanted meanwhile. */
  wake(): void;
  /** Something is being fetched. */
  readonly reading: boolean;
  close(): void;
}

interface Read extends Reread {
  /** Something of ours arrived while it was read: the text may be the one before that. */
  overtaken?: boolean;
}

/** Keeps the cache as true as the network allows. One request for a document at a time, what is looked at first. */
export function makeRefresher(parts: {
  pod: Pod;
  cache: Cache;
  clock: Clock;
  online: Online;
  /** Called when `reading` may have changed. */
  told?: () => void;
  /** Called with an address whose server answered. */
  answered?: (url: string) => Promise<void>;
}): Refresher {
  const { pod, cache, clock, online, told = () => {}, answered } = parts;
  const turn = turns(PARALLEL);
  const running = new Map<string, Promise<void>>();
  const asked = new Map<string, number>();
  const missed = new Set<string>();
  /** Said to be for a few. */
  const closedOnes = new Set<string>();
  /** To be read once more when the reading under way is done. */
  const later = new Set<string>();
  /** What `again` has promised. */
  const soon = new Map<string, { readonly begin: () => void; readonly done: Promise<void> }>();
  let closed = false;

  const save = batch<Read>(async (reads) => {
    if (closed) return;
    const left = await cache.commit({ reread: reads });
    for (const read of reads) read.overtaken = left.includes(read.after.url);
  });

  async function load(url: string, round = 1): Promise<void> {
    const before = await cache.document(url);
    if (!online.now) {
      missed.add(url);
      // So that a screen can say why there is nothing.
      if (!before) await cache.commit({ put: [{ ...NEVER, url }] });
      return;
    }
    asked.set(url, clock.now());
    const after = await fetchDocument(pod, url, before, clock.now, closedOnes.has(url));
    if (after.problem?.kind === 'unauthorised') missed.add(url);
    const read: Read = { before, after };
    await save(read);
    if (!after.problem || (after.problem.status ?? 500) < 500) await answered?.(url);
    if (read.overtaken && !closed && round < ROUNDS) await load(url, round + 1);
  }

  function run(url: string, urgent: boolean): Promise<void> {
    const known = running.get(url);
    if (known) {
      if (urgent) turn.hurry(url);
      return known;
    }
    // It begins after what arrived.
    soon.get(url)?.begin();
    const going = turn
      // A reading that fails is in the cache; only the device's own memory can throw, and whoever looks hears of that.
      .take(url, urgent, () => (closed ? Promise.resolve() : load(url).catch(() => undefined)))
      .finally(() => {
        running.delete(url);
        if (later.delete(url) && !closed) void run(url, false);
        if (running.size === 0) told();
      });
    running.set(url, going);
    if (running.size === 1) told();
    return going;
  }

  function promise(url: string, wait: number): void {
    if (soon.has(url) || closed) return;
    let told = () => {};
    const done = new Promise<void>((resolve) => (told = resolve));
    const cancel = clock.after(wait, () => void run(url, false));
    const begin = () => {
      cancel();
      soon.delete(url);
      told();
    };
    soon.set(url, { begin, done });
  }

  function wanted(url: string, maxAge: number): void {
    // Of this page only: somebody who reloads wants to know now, and may be signed in by now.
    const last = asked.get(url) ?? -Infinity;
    // A clock that was set back must not silence us.
    if (Math.abs(clock.now() - last) >= maxAge) void run(url, true);
  }

  return {
    want(address, maxAge = MAX_AGE, isClosed = false) {
      const url = documentOf(address);
      if (isClosed) closedOnes.add(url);
      wanted(url, maxAge);
    },
    refresh: async (urls) => {
      await Promise.all([...new Set(urls.map(documentOf))].map((url) => run(url, true)));
    },
    again(url, wait = AFTER_OURS) {
      // One that is under way may have been answered before our write.
      if (running.has(url)) later.add(url);
      else if (wait === 0) void run(url, false);
      else promise(url, wait);
    },
    async idle(url) {
      await soon.get(url)?.done;
      await running.get(url);
    },
    wake() {
      const urls = [...missed];
      missed.clear();
      for (const url of urls) void run(url, true);
    },
    get reading() {
      return running.size > 0;
    },
    close() {
      closed = true;
      for (const { begin } of soon.values()) begin();
    }
  };
}

const NEVER = {
  turtle: '',
  seen: 0,
  asked: 0,
  state: 'broken',
  problem: { kind: 'offline', detail: 'no network' }
} as const;
