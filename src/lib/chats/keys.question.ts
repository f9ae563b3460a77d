import type { Read } from '#lib/query/ask.ts';
import { iri } from '#lib/rdf/shape.ts';
import { SOLID } from '#lib/rdf/vocab.ts';
import { documentOf } from '#lib/people/address.ts';
import { isKnown } from '#lib/people/known.ts';
import { storagesIn } from '#lib/people/storage.ts';
import { isKey } from './is-key.ts';

/** Where SolidOS keeps the key of a space's owner. */
export const publicKeyIn = (storage: string): string => `${storage}profile/keys/publicKey.ttl`;

/**
 * The keys that somebody's own space publishes (one, unless it was changed by hand). Undefined while that is not known:
 * their space was never read. Only the storages that their WebID document names may tell.
 */
export async function keysOf(read: Read, person: string): Promise<readonly string[] | undefined> {
  if (iri.read({ termType: 'NamedNode', value: person } as Parameters<typeof iri.read>[0]) === undefined)
    return [];
  const card = await read(documentOf(person), 'known');
  if (!isKnown(card)) return undefined;
  const views = await Promise.all(
    storagesIn(card.graph, person)
      .slice(0, 2)
      .map(async (storage) => {
        const view = await read(publicKeyIn(storage), 'known');
        // It may have been published since: asked for again while it is missing.
        return isKnown(view) && view.document?.state === 'missing' ? read(publicKeyIn(storage)) : view;
      })
  );
  const keys = views
    .flatMap((view) => view.graph.objects(person, SOLID.publicKey))
    .map((term) => term.value.toLowerCase())
    .filter(isKey);
  return keys.length === 0 && views.some((view) => !isKnown(view) && view.waiting.length === 0)
    ? undefined
    : keys;
}
