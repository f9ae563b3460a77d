import { handleOf } from '#lib/people/address.ts';
import { personAt } from '#lib/solid/discovery.ts';
import { findStorage } from '#lib/solid/find-storage.ts';
import type { GuardedFetch } from '#lib/solid/guarded-fetch.ts';
import type { Session } from '#lib/solid/session.ts';
import { Wire } from '#lib/solid/wire.ts';
import type { Remembered } from './remembered.ts';

/** Signed in, but there is no space to keep anything in. */
export class NoSpace extends Error {}

/** What must be known to open somebody's house. Throws NoSpace, DiscoveryProblem or PodProblem. */
export async function whoIs(
  fetch: GuardedFetch,
  session: Session,
  webId: string,
  issuer: string
): Promise<Remembered & { storage: string }> {
  const person = await personAt(fetch, webId);
  // A private root tells what it is only to its owner, so it is asked for once more with their token.
  const storage =
    person.storages[0] ?? (await findStorage(new Wire(fetch, session), webId.split('#', 1)[0] ?? webId));
  if (!storage) throw new NoSpace(webId);
  return { id: webId, name: person.name ?? handleOf(webId), issuer, storage };
}
