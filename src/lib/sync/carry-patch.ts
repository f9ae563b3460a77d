import type { CachedDocument, Intent } from '#lib/cache/cache.ts';
import { parsed } from '#lib/cache/parsed.ts';
import { weigh } from '#lib/cache/weigh.ts';
import type { Change, Pod } from '#lib/solid/pod.ts';
import { PodProblem, problemOf } from '#lib/solid/problem.ts';
import type { Outcome } from './outcome.ts';
import { isEmpty, merge } from './merge.ts';
import { readBack } from './read-back.ts';
import type { Carrying } from './carrying.ts';

/** How often others may be quicker than we are before it waits for its next try. */
const ROUNDS = 5;
/** Tries after which it is not others who are in the way. */
const TRIES = 8;

/**
 * Patches; where somebody else was first, does what is left to do. A missing document is created by what is inserted.
 * Where only one value can stand, it looks first, and what would be lost is kept before anything is overwritten.
 */
export async function carryPatch(
  pod: Pod,
  url: string,
  intent: Extract<Intent, { kind: 'patch' }>,
  known: CachedDocument | undefined,
  { now, keep }: Carrying,
  tries = 0
): Promise<Outcome> {
  let found: CachedDocument | undefined;
  for (let round = intent.single ? 1 : 0; ; round++) {
    let change: Change = intent;
    let etag = round === 0 ? ifAsKnown(intent, known) : undefined;
    if (round > 0) {
      found = await readBack(pod, url, known, now);
      const there = parsed(found.turtle, found.base ?? url).quads;
      const weighed = weigh(there, intent, url);
      change = merge(there, weighed.patch);
      await keep(intent.single ?? [], weighed.lost);
      // What is deleted is a condition in itself; where nothing stands yet, two would both find room.
      if (intent.single && change.delete.length === 0) etag = strong(found.etag);
    }
    if (isEmpty(change)) return { found, applied: false };
    try {
      await pod.patch(url, change, etag);
      return { found, applied: true };
    } catch (error) {
      const problem = problemOf(error, url);
      // What is there is of a kind that takes no patch: it will take none later either.
      if (problem.status === 501) throw new PodProblem({ ...problem, kind: 'refused' });
      if (!outdated(problem.kind, change)) throw error;
      // Nobody else's change is in the way of making it: something is in its place.
      if (found?.state === 'missing' && etag === undefined && change.delete.length === 0) throw error;
      if (round >= ROUNDS) throw tries < TRIES ? crowded(url) : error;
    }
  }
}

/**
 * What is only inserted is a condition for nothing: held back by a network until it was sent again and changed, it would
 * come back. So it holds for the document as we know it, where we know it.
 */
const ifAsKnown = (change: Change, known: CachedDocument | undefined): string | undefined =>
  change.delete.length === 0 && known?.state === 'fresh' ? strong(known.etag) : undefined;

/** If-Match never holds for a weak one (RFC 9110, 13.1.1). */
const strong = (etag: string | undefined): string | undefined => (etag?.startsWith('W/') ? undefined : etag);

/** Whether the document may not be what the change supposed. Servers call deleting from nothing missing or a conflict. */
const outdated = (kind: string, change: Change): boolean =>
  kind === 'conflict' || (kind === 'missing' && change.delete.length > 0);

const crowded = (url: string) =>
  new PodProblem({ kind: 'slow', url, detail: 'others keep changing it at the same time' });
