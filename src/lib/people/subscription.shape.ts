import { iri, many, maybe, one, shape, text, time, type Of } from '#lib/rdf/shape.ts';
import { AS } from '#lib/rdf/vocab.ts';

/** One friend in settings/subscriptions.ttl (private): where each side says so, and what I may read. */
export const subscription = shape(AS.Relationship, {
  subject: one(AS.subject, iri),
  relationship: one(AS.relationship, iri),
  object: one(AS.object, iri),
  name: maybe(AS.name, text),
  /** My relationship document. */
  origin: maybe(AS.origin, iri),
  /** Theirs. */
  target: maybe(AS.target, iri),
  /** Their activity that made us friends: the last known yes while their space is down. */
  confirmed: maybe(AS.result, iri),
  /** Restricted rolling pages of theirs that I may read. */
  streams: many(AS.streams, iri),
  published: maybe(AS.published, time)
});
export type Subscription = Of<typeof subscription>;
