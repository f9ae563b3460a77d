import { iri, many, maybe, shape, text, type Of } from '#lib/rdf/shape.ts';
import { AS, FOAF, LDP, PIM, SCHEMA, SOLID, VCARD } from '#lib/rdf/vocab.ts';

/**
 * A person's WebID document, as far as we write it. Nothing is required: a bare new space has hardly more
 * than a type and an issuer. Read it `untyped`: a WebID need not say that it is a person.
 */
export const profile = shape(FOAF.Person, {
  name: maybe([VCARD.fn, FOAF.name], text, { alsoRead: [SCHEMA.name, AS.name, FOAF.nick] }),
  picture: maybe([VCARD.hasPhoto, FOAF.img], iri, { alsoRead: [FOAF.depiction, SCHEMA.image] }),
  about: maybe(VCARD.note, text),
  inbox: maybe(LDP.inbox, iri),
  storage: many(PIM.storage, iri),
  preferences: maybe(PIM.preferencesFile, iri),
  publicTypeIndex: maybe(SOLID.publicTypeIndex, iri),
  /** Providers that may vouch for this address. */
  issuers: many(SOLID.oidcIssuer, iri),
  /** The year's folder of day documents; solid-social/timeline looks for its files directly in it. */
  timeline: maybe(SOLID.timeline, iri),
  /** The rolling page of public posts. */
  recent: maybe(AS.streams, iri),
  friends: many(FOAF.knows, iri)
});
export type Profile = Of<typeof profile>;
