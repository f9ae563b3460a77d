import { isTurtle } from '#lib/cache/apply-waiting.ts';
import type { CachedDocument, Intent } from '#lib/cache/cache.ts';
import { parsed } from '#lib/cache/parsed.ts';
import { sameGraph } from '#lib/rdf/isomorphic.ts';
import type { Pod } from '#lib/solid/pod.ts';
import { PodProblem, problemOf } from '#lib/solid/problem.ts';
import type { Outcome } from './outcome.ts';
import { readBack } from './read-back.ts';

type Replace = Extract<Intent, { kind: 'replace' }>;

/**
 * Replaces what we know (If-Match), never what we have not seen: when the document says something else meanwhile, it
 * throws `conflict`. A document never read here, and what is not Turtle, is simply put.
 */
export async function carryReplace(
  pod: Pod,
  url: string,
  intent: Replace,
  known: CachedDocument | undefined,
  now: () => number
): Promise<Outcome> {
  const put = (etag?: string) => pod.replace(url, intent.body, intent.contentType, etag);
  if (!known || isUnread(known) || typeof intent.body !== 'string' || !isTurtle(intent.contentType)) {
    await put();
    return { applied: true };
  }
  try {
    if (known.state === 'missing') await pod.create(url, intent.body, intent.contentType);
    // After a write of our own there is no ETag yet: learn it, and that nobody wrote since.
    else await put(known.etag ?? (await unchanged(pod, url, known, now)).etag);
    return { applied: true };
  } catch (error) {
    if (problemOf(error, url).kind !== 'conflict') throw error;
  }
  const found = await readBack(pod, url, known, now);
  // Our own words already: the answer was lost.
  if (says(found, intent.body)) return { found, applied: false };
  if (!says(found, known.turtle)) throw changedMeanwhile(url);
  await put(found.etag);
  return { applied: true };
}

/** Asked for, and never heard of: it says nothing, which is not to say that nothing is there. */
const isUnread = ({ seen, turtle }: CachedDocument): boolean => seen === 0 && turtle === '';

async function unchanged(
  pod: Pod,
  url: string,
  known: CachedDocument,
  now: () => number
): Promise<CachedDocument> {
  const found = await readBack(pod, url, known, now);
  if (!says(found, known.turtle)) throw changedMeanwhile(url);
  return found;
}

function says(document: CachedDocument, turtle: string): boolean {
  const base = document.base ?? document.url;
  return sameGraph(parsed(document.turtle, base).quads, parsed(turtle, base).quads);
}

const changedMeanwhile = (url: string) =>
  new PodProblem({ kind: 'conflict', url, detail: 'somebody else changed it meanwhile' });
