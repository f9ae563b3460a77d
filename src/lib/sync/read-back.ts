import type { CachedDocument } from '#lib/cache/cache.ts';
import type { Pod } from '#lib/solid/pod.ts';
import { PodProblem } from '#lib/solid/problem.ts';
import { fetchDocument } from './receive.ts';

/** The document as it is at the server now; `missing` is an answer, everything else that is no text throws PodProblem. */
export async function readBack(
  pod: Pod,
  url: string,
  known: CachedDocument | undefined,
  now: () => number
): Promise<CachedDocument> {
  // Without the ETag: what matters is the text, and "unchanged" would only be as good as our memory of it.
  const found = await fetchDocument(pod, url, known && { ...known, etag: undefined }, now);
  if (found.state === 'fresh' || found.state === 'missing') return found;
  const { kind = 'broken', detail = '', status } = found.problem ?? {};
  throw new PodProblem({
    kind,
    url,
    detail,
    ...(status === undefined ? {} : { status })
  } as PodProblem['problem']);
}
