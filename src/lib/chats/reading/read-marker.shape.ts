import { iri, one, shape, time, type Of } from '#lib/rdf/shape.ts';
import { AS, SCHEMA } from '#lib/rdf/vocab.ts';

/** How far somebody has read in a chat, in their own space, for its people (docs/decisions/0013). */
export const readMarker = shape(AS.Read, {
  reader: one(AS.actor, iri),
  chat: one(AS.object, iri),
  /** The time of the newest message that was read: not when it was read. */
  until: one(SCHEMA.dateRead, time)
});
export type ReadMarker = Of<typeof readMarker>;
