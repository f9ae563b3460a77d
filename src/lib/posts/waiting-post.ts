import type { OutboxEntry } from '#lib/cache/cache.ts';
import { AS, RDF } from '#lib/rdf/vocab.ts';

/** What entries on their way do to a post of mine. */
export interface WaitingPost {
  readonly id: string;
  readonly does: 'publish' | 'edit' | 'delete' | 'restore';
  /** Its words: the new ones, or those of the post that is deleted. */
  readonly text: string;
}

/** Reads from the entries of one thing that somebody did which post it is about. Nothing when it is about none. */
export function waitingPost(entries: readonly OutboxEntry[]): WaitingPost | undefined {
  const patches = entries.flatMap(({ intent }) => (intent.kind === 'patch' ? [intent] : []));
  const inserted = patches.flatMap(({ insert }) => insert);
  const deleted = patches.flatMap((patch) => patch.delete);
  // Deleting and bringing back move the tombstone; the rolling page moves old posts too, so that comes first.
  const gone = inserted.find(
    ({ predicate, object }) => predicate.value === RDF.type && object.value === AS.Tombstone
  );
  const back = deleted.find(
    ({ predicate, object }) => predicate.value === RDF.type && object.value === AS.Tombstone
  );
  const wordsOf = (quads: typeof inserted, id?: string) =>
    quads.find(({ subject, predicate }) => predicate.value === AS.content && (!id || subject.value === id));
  if (gone) return of(gone.subject.value, 'delete', wordsOf(deleted, gone.subject.value));
  const said = wordsOf(inserted, back?.subject.value);
  if (!said) return undefined;
  const id = said.subject.value;
  if (back) return of(id, 'restore', said);
  return of(id, wordsOf(deleted, id) ? 'edit' : 'publish', said);
}

const of = (id: string, does: WaitingPost['does'], said?: { object: { value: string } }): WaitingPost => ({
  id,
  does,
  text: said?.object.value ?? ''
});
