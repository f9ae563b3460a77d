import { iri, many, one, shape, text, type Of } from '#lib/rdf/shape.ts';
import { OWL, VCARD } from '#lib/rdf/vocab.ts';

/** Group/<Name>.ttl#this. Members are people's own addresses, so that the group can be used for access too. */
export const group = shape(VCARD.Group, {
  name: one(VCARD.fn, text),
  members: many(VCARD.hasMember, iri)
});
export type Group = Of<typeof group>;

/**
 * In the group's document, said of a member: which contact that is. SolidOS lists a member only with this
 * line and the contact's vcard:fn in the same document.
 */
export const memberLink = shape([], { contacts: many(OWL.sameAs, iri) });
export type MemberLink = Of<typeof memberLink>;
