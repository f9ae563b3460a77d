import { iri, many, maybe, one, shape, text, time, type Of } from '#lib/rdf/shape.ts';
import { AS, CAL, DC, DCT, FOAF, MEETING, SIOC, SCHEMA, SEC, SOLID, UI, VCARD, WF } from '#lib/rdf/vocab.ts';

/** `$ROOT/index.ttl#this`, as SolidOS writes it; picture, rules and the newest day are ours. */
export const longChat = shape(MEETING.LongChat, {
  title: maybe(DC.title, text, { alsoRead: [DCT.title] }),
  created: maybe(DC.created, time, { alsoRead: [DCT.created] }),
  author: maybe(DC.author, iri, { alsoRead: [DCT.creator, FOAF.maker, DC.creator] }),
  people: many(WF.participation, iri),
  picture: maybe(FOAF.img, iri),
  rules: maybe(DCT.description, text),
  /** The newest day document. */
  current: many(AS.current, iri)
});
export type LongChat = Of<typeof longChat>;

/** One person of a chat. The role is a word; without one it is `member`. */
export const participation = shape([], {
  person: one(WF.participant, iri),
  since: maybe(CAL.dtstart, time),
  /** They do not any more, or not in this role: the chat does not name this part then. */
  until: maybe(CAL.dtend, time),
  color: maybe(UI.backgroundColor, text),
  role: maybe(VCARD.role, text),
  /** as:Leave: they went by themselves. */
  how: maybe(AS.result, iri),
  /** What they took away of others' words while they might (noted-deletions.ts). */
  deletions: many(DCT.references, iri)
});
export type Participation = Of<typeof participation>;

/** A message, an edit or a deletion. SolidOS shows nothing of a whole chat when one lacks content, time or maker. */
export const chatMessage = shape([], {
  content: one(SIOC.content, text),
  created: one(DCT.created, time),
  maker: one(FOAF.maker, iri),
  proof: maybe(SEC.proofValue, text),
  replyTo: maybe(SIOC.reply_of, iri),
  mentions: many(SCHEMA.mentions, iri)
});
export type ChatMessage = Of<typeof chatMessage>;

/** An emoji on a message; its type is one of SolidOS's kinds of action (reactions.rules.ts). */
export const reaction = shape([], {
  target: one(SCHEMA.target, iri),
  person: one(SCHEMA.agent, iri),
  emoji: maybe(SIOC.content, text),
  created: maybe(DCT.created, time),
  proof: maybe(SEC.proofValue, text)
});

/** What hangs on a message with sioc:has_reply. */
export const chatThread = shape(SIOC.Thread, { replies: many(SIOC.has_member, iri) });

/** A document of one UTC day, as far as it says something of itself. */
export const chatDay = shape([], { before: many(AS.prev, iri) });

/** Of a person; both halves of what signs their messages. */
export const publicKey = shape([], { publicKey: one(SOLID.publicKey, text) });
export const privateKey = shape([], { privateKey: one(SOLID.privateKey, text) });

/**
 * An invitation in an inbox. SolidOS reads rdf:seeAlso, which is not in the vocabulary; rdfs:seeAlso is. Who sends it, and
 * their signature, are ours: SolidOS writes and reads neither (letters/letter-signature.ts).
 */
export const longChatInvite = shape(MEETING.LongChatInvite, {
  chat: one(
    ['http://www.w3.org/1999/02/22-rdf-syntax-ns#seeAlso', 'http://www.w3.org/2000/01/rdf-schema#seeAlso'],
    iri
  ),
  actor: maybe(AS.actor, iri),
  published: maybe(AS.published, time),
  proof: maybe(SEC.proofValue, text)
});
export type LongChatInvite = Of<typeof longChatInvite>;
