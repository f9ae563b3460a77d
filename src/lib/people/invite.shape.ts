import { iri, maybe, one, shape, text, time, type Of } from '#lib/rdf/shape.ts';
import { AS, DCT } from '#lib/rdf/vocab.ts';

/** One invitation link in settings/invites.ttl (private). A known token is accepted without a second step. */
export const invite = shape(AS.Invite, {
  actor: one(AS.actor, iri),
  token: one(DCT.identifier, text),
  published: one(AS.published, time),
  endTime: maybe(AS.endTime, time),
  /** The offer that used the token up. */
  result: maybe(AS.result, iri),
  /** What it lets in to: a chat. Without one it is for a friend, and for one person. */
  object: maybe(AS.object, iri),
  /** When its maker took it back. Kept, so that whoever comes with it can be told. */
  deleted: maybe(AS.deleted, time)
});
export type Invite = Of<typeof invite>;
