import type { Cache, CachedBlob } from '#lib/cache/cache.ts';
import type { Pod } from '#lib/solid/pod.ts';
import { PodProblem, type ProblemKind } from '#lib/solid/problem.ts';
import type { Clock } from './clock.ts';
import type { Online } from './online.ts';

const DAY = 86_400_000;
const TAKEN: ReadonlySet<ProblemKind> = new Set(['missing', 'gone', 'forbidden']);

/**
 * Reads pictures and files: what waits to be sent first, then what this device remembers, then the network. One that
 * is remembered is shown as it was, and looked for anew behind that once a day.
 */
export function pictureReader(parts: {
  pod: Pod;
  cache: Cache;
  clock: Clock;
  online: Online;
}): (url: string) => Promise<Blob> {
  const { pod, cache, clock, online } = parts;
  const running = new Map<string, Promise<Blob>>();

  function fetched(url: string): Promise<Blob> {
    const known = running.get(url);
    if (known) return known;
    const going = pod
      .readBlob(url)
      .then(async (blob) => {
        await keep(url, { blob, seen: clock.now(), used: clock.now() });
        return blob;
      })
      .finally(() => running.delete(url));
    running.set(url, going);
    return going;
  }

  /** A device without room shows pictures all the same. */
  const keep = (url: string, kept: Omit<CachedBlob, 'url'>) =>
    cache.setBlob(url, kept).catch(() => undefined);

  async function again(url: string): Promise<void> {
    try {
      await fetched(url);
    } catch (error) {
      if (!(error instanceof PodProblem)) throw error;
      // Taken away from us: not ours to keep. Anything else may pass.
      if (TAKEN.has(error.problem.kind)) await cache.setBlob(url, undefined);
    }
  }

  return async (url) => {
    const waiting = (await cache.outbox()).findLast(
      ({ document, intent }) => document === url && 'body' in intent && intent.body instanceof Blob
    );
    if (waiting && 'body' in waiting.intent && waiting.intent.body instanceof Blob)
      return waiting.intent.body;
    const kept = await cache.blob(url);
    if (!kept) return fetched(url);
    const now = clock.now();
    if (online.now && now - kept.seen > DAY) void again(url);
    else if (now - kept.used > DAY) void keep(url, { ...kept, used: now });
    return kept.blob;
  };
}
