import type { CachedDocument, Intent, OutboxEntry } from '#lib/cache/cache.ts';
import type { Pod } from '#lib/solid/pod.ts';
import type { Carrying } from './carrying.ts';
import { carryCreate } from './carry-create.ts';
import { carryPatch } from './carry-patch.ts';
import { carryReplace } from './carry-replace.ts';
import type { Outcome } from './outcome.ts';

/** Makes an intent true at the server. Doing it twice does no harm, except for a message. Throws PodProblem. */
export async function carryOut(
  pod: Pod,
  entry: OutboxEntry,
  known: CachedDocument | undefined,
  carrying: Carrying
): Promise<Outcome> {
  const { document: url, intent } = entry;
  switch (intent.kind) {
    case 'patch':
      return carryPatch(pod, url, intent, known, carrying, entry.tries);
    case 'create':
      return carryCreate(pod, url, intent, known, carrying.now);
    case 'replace':
      return carryReplace(pod, url, intent, known, carrying.now);
    default:
      await simply(pod, url, intent);
      return { applied: true };
  }
}

async function simply(
  pod: Pod,
  url: string,
  intent: Exclude<Intent, { kind: 'patch' | 'create' | 'replace' }>
) {
  if (intent.kind === 'remove') await pod.remove(url);
  else if (intent.kind === 'access') await pod.setAccess(url, intent.access);
  // When the answer is lost it is sent again: a reader takes messages with the same id inside for one.
  else await pod.post(url, intent.turtle, 'text/turtle');
}
