import { isTurtle } from '#lib/cache/apply-waiting.ts';
import type { CachedDocument, Intent } from '#lib/cache/cache.ts';
import type { Pod } from '#lib/solid/pod.ts';
import { problemOf } from '#lib/solid/problem.ts';
import type { Outcome } from './outcome.ts';
import { fetchDocument } from './receive.ts';

/** Creates at an address that only we know: what is there already can only be ours, its answer lost on the way. */
export async function carryCreate(
  pod: Pod,
  url: string,
  intent: Extract<Intent, { kind: 'create' }>,
  known: CachedDocument | undefined,
  now: () => number
): Promise<Outcome> {
  try {
    await pod.create(url, intent.body, intent.contentType);
    return { applied: true };
  } catch (error) {
    if (problemOf(error, url).kind !== 'conflict') throw error;
    if (!isTurtle(intent.contentType)) return { applied: false };
    const found = await fetchDocument(pod, url, known && { ...known, etag: undefined }, now);
    // A reading that failed says nothing of what is there: then it is what we wrote.
    const isRead = found.state === 'fresh' || found.state === 'missing';
    return isRead ? { found, applied: false } : { applied: true };
  }
}
