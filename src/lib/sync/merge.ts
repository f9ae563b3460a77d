import { quadKey } from '#lib/rdf/key.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import type { Change } from '#lib/solid/pod.ts';

/**
 * What is left to do of a change in a document that somebody else changed first: deletes of what still stands there,
 * inserts of what is not there yet. Pure. N3 Patch refuses to delete what is not there (Solid Protocol, 5.3.1), and
 * a set of statements has each one once, so what is left out here is true already.
 */
export function merge(there: readonly Quad[], change: Change): Change {
  const keys = new Set(there.map(quadKey));
  const gone = new Set(change.delete.map(quadKey));
  return {
    delete: change.delete.filter((quad) => keys.has(quadKey(quad))),
    // Deletions come first: what is both deleted and inserted has to be inserted again.
    insert: change.insert.filter((quad) => !keys.has(quadKey(quad)) || gone.has(quadKey(quad)))
  };
}

export const isEmpty = (change: Change): boolean => change.insert.length + change.delete.length === 0;
