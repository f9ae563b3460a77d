import { iri, many, one, shape, type Of } from '#lib/rdf/shape.ts';
import { AS } from '#lib/rdf/vocab.ts';

/** What a friend request offers, said by each side in their own space: subject knows object. */
export const relationship = shape(AS.Relationship, {
  subject: one(AS.subject, iri),
  /** foaf:knows for friends. */
  relationship: one(AS.relationship, iri),
  object: one(AS.object, iri)
});
export type Relationship = Of<typeof relationship>;

/** In a relationship document, said of me: the rolling pages the other person may read. */
export const streams = shape([], { recent: many(AS.streams, iri) });
export type Streams = Of<typeof streams>;
