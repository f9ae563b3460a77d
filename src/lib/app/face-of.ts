import { standsIn } from '#lib/people/storage.ts';
import type { Found } from '#lib/solid/discovery.ts';
import type { Pod } from '#lib/solid/pod.ts';

/** Bytes of a picture of a face; ours have some 30,000. */
const LARGEST = 5_000_000;

/**
 * The picture of somebody found before anybody is signed in, as a blob address. Only one from their own place: another
 * would tell a third party that an invitation was opened. Throws PodProblem.
 */
export async function faceOf(pod: Pod, found: Found): Promise<string | undefined> {
  if (found.kind !== 'person' || found.photo === undefined) return undefined;
  const own = [...found.storages, `${new URL(found.webId).origin}/`];
  if (!standsIn(found.photo, own)) return undefined;
  const blob = await pod.readBlob(found.photo, { as: 'anyone', limit: LARGEST });
  return blob.type.startsWith('image/') ? URL.createObjectURL(blob) : undefined;
}
