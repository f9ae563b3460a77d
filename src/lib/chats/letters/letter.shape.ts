import { iri, maybe, one, shape, text, time, type Of } from '#lib/rdf/shape.ts';
import { AS, DCT, SEC } from '#lib/rdf/vocab.ts';

// Anybody may put a letter into an inbox, so each is signed by who it says it comes from (letter-signature.ts).
const signed = {
  actor: one(AS.actor, iri),
  chat: one(AS.object, iri),
  published: one(AS.published, time),
  proof: one(SEC.proofValue, text)
};

/**
 * "Let me into this chat": to its owner. The same is kept in settings/chats.ttl of who asks, until it is answered, with
 * what only they need: the title as the link said it, until when the link is good, and whether it was refused.
 */
export const joinLetter = shape(AS.Join, {
  ...signed,
  owner: one(AS.target, iri),
  /** Not the link's code but what only its holder can work out of it (code-proof.ts). */
  code: one(DCT.identifier, text),
  title: maybe(AS.name, text),
  until: maybe(AS.endTime, time),
  refused: maybe(AS.deleted, time)
});
export type JoinLetter = Of<typeof joinLetter>;

/** "I take part no more": to the owner. */
export const leaveLetter = shape(AS.Leave, signed);
export type LeaveLetter = Of<typeof leaveLetter>;

/** "The link you came with is not good any more": the owner's answer. */
export const refusalLetter = shape(AS.TentativeReject, { ...signed, person: one(AS.target, iri) });
export type RefusalLetter = Of<typeof refusalLetter>;
