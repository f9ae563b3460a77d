import { iri, maybe, one, shape, text, time, type Of } from '#lib/rdf/shape.ts';
import { AS, DCT } from '#lib/rdf/vocab.ts';

// The same activity stands twice: in the relationship document in its actor's own space, where it counts, and
// in the message to the other person's inbox, which only points there with `origin`.
const everyActivity = {
  actor: one(AS.actor, iri),
  /** The other person. */
  target: one(AS.target, iri),
  /** Orders an offer, its answer and its end. */
  published: one(AS.published, time),
  /** Only in an inbox message: this activity in the actor's own space, to be verified there. */
  origin: maybe(AS.origin, iri)
};

/** Request: `object` is the relationship in the actor's own document. */
export const offer = shape(AS.Offer, {
  ...everyActivity,
  object: one(AS.object, iri),
  /** The one-time token of an invitation: proves that the person asked has invited the actor. */
  token: maybe(DCT.identifier, text)
});
export type Offer = Of<typeof offer>;

const answer = { ...everyActivity, object: one(AS.object, iri) };

/** `object` is the other's offer. */
export const accept = shape(AS.Accept, answer);
export type Accept = Of<typeof accept>;

export const reject = shape(AS.Reject, answer);
export type Reject = Of<typeof reject>;

/** Takes back an own offer or acceptance (`object`): withdraws a request, or ends a friendship. */
export const undo = shape(AS.Undo, answer);
export type Undo = Of<typeof undo>;
