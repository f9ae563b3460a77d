import { iri, maybe, one, shape, time, type Of } from '#lib/rdf/shape.ts';
import { AS } from '#lib/rdf/vocab.ts';

const change = { actor: one(AS.actor, iri), object: one(AS.object, iri), published: one(AS.published, time) };

/** Told in the recent page: an older post has a new text. Readers fetch its document again. */
export const postUpdate = shape(AS.Update, change);
export type PostUpdate = Of<typeof postUpdate>;

/** Told in the recent page: a post is gone. */
export const postDelete = shape(AS.Delete, change);
export type PostDelete = Of<typeof postDelete>;

/** What is left of a deleted post in its own document (ActivityStreams 2.0 vocabulary, Tombstone). */
export const tombstone = shape(AS.Tombstone, {
  formerType: maybe(AS.formerType, iri),
  deleted: one(AS.deleted, time)
});
export type Tombstone = Of<typeof tombstone>;
