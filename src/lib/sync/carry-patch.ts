import type { CachedDocument, Intent } from '#lib/cache/cache.ts';
import { parsed } from '#lib/cache/parsed.ts';
import type { Change, Pod } from '#lib/solid/pod.ts';
import { PodProblem, problemOf } from '#lib/solid/problem.ts';
import type { Outcome } from './outcome.ts';
import { isEmpty, merge } from './merge.ts';
import { readBack } from './read-back.ts';

/** How often others may be quicker than we are before it waits for its next try. */
const ROUNDS = 5;
/** Tries after which it is not others who are in the way. */
const TRIES = 8;

/** Patches; where somebody else was first, does what is left to do. A missing document is created by what is inserted. */
export async function carryPatch(
  pod: Pod,
  url: string,
  intent: Extract<Intent, { kind: 'patch' }>,
  known: CachedDocument | undefined,
  now: () => number,
  tries = 0
): Promise<Outcome> {
  let change: Change = intent;
  let found: CachedDocument | undefined;
  for (let round = 1; ; round++) {
    if (isEmpty(change)) return { found, applied: false };
    try {
      await pod.patch(url, change);
      return { found, applied: true };
    } catch (error) {
      if (!outdated(problemOf(error, url).kind, change)) throw error;
      if (round === ROUNDS) throw tries < TRIES ? crowded(url) : error;
    }
    found = await readBack(pod, url, known, now);
    change = merge(parsed(found.turtle, found.base ?? url).quads, intent);
  }
}

/** Whether the document may not be what the change supposed. Servers call deleting from nothing missing or a conflict. */
const outdated = (kind: string, change: Change): boolean =>
  kind === 'conflict' || (kind === 'missing' && change.delete.length > 0);

const crowded = (url: string) =>
  new PodProblem({ kind: 'slow', url, detail: 'others keep changing it at the same time' });
