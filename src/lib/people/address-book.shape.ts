import { iri, many, maybe, one, shape, text, type Of } from '#lib/rdf/shape.ts';
import { ACL, DC, DCT, VCARD } from '#lib/rdf/vocab.ts';

/** contacts/index.ttl#this, as SolidOS lays it out. */
export const addressBook = shape(VCARD.AddressBook, {
  title: one(DC.title, text, { alsoRead: [VCARD.fn, DCT.title] }),
  owner: maybe(ACL.owner, iri),
  /** The document people.ttl. */
  people: one(VCARD.nameEmailIndex, iri),
  /** The document groups.ttl. */
  groups: one(VCARD.groupIndex, iri)
});
export type AddressBook = Of<typeof addressBook>;

/** A line of people.ttl. SolidOS writes no type here, and neither do we. */
export const personEntry = shape([], {
  book: one(VCARD.inAddressBook, iri),
  name: one(VCARD.fn, text)
});
export type PersonEntry = Of<typeof personEntry>;

/** What groups.ttl says of the book (each group's type and name stand there too, as `group` without members). */
export const groupIndex = shape([], { groups: many(VCARD.includesGroup, iri) });
export type GroupIndex = Of<typeof groupIndex>;
