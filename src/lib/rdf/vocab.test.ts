import * as inrupt from '@inrupt/vocab-common-rdf';
import { expect, it } from 'vitest';
import * as ours from './vocab.ts';

const published = {
  RDF: inrupt.RDF,
  RDFS: inrupt.RDFS,
  OWL: inrupt.OWL,
  XSD: inrupt.XSD,
  FOAF: inrupt.FOAF,
  VCARD: inrupt.VCARD,
  LDP: inrupt.LDP,
  ACL: inrupt.ACL,
  AS: inrupt.AS,
  SIOC: inrupt.SIOC,
  DCT: inrupt.DCTERMS,
  UI: inrupt.UI,
  BOOKM: inrupt.BOOKMARK,
  POSIX: inrupt.POSIX
} as Record<string, Record<string, unknown>>;

// SolidOS's address book words live in the vCard namespace without being vCard's; the others stand
// in the vocabularies themselves (the AS2 and ActivityPub namespace document, w3.org/ns/auth/acl, w3.org/ns/ui),
// though the package leaves them out.
const elsewhere = [
  ours.VCARD.AddressBook,
  ours.VCARD.inAddressBook,
  ours.VCARD.includesGroup,
  ours.VCARD.groupIndex,
  ours.VCARD.nameEmailIndex,
  ours.VCARD.WebID,
  ours.AS.Public,
  ours.AS.streams,
  ours.AS.outbox,
  ours.AS.followers,
  ours.AS.preferredUsername,
  ours.ACL.trustedApp,
  ours.UI.sharedPreferences
];

it.each(Object.keys(published))('every word of %s stands in the published vocabulary', (name) => {
  const real = new Set([...Object.values(published[name]!), ...elsewhere]);
  const mine = Object.values((ours as unknown as Record<string, Record<string, string>>)[name]!);
  expect(mine.filter((word) => !real.has(word))).toEqual([]);
});

it('keeps the spellings other apps depend on', () => {
  expect(ours.SCHEMA.SocialMediaPosting).toBe('http://schema.org/SocialMediaPosting');
  expect(ours.SOLID.timeline).toBe('http://www.w3.org/ns/solid/terms#timeline');
  expect(ours.LIKE.likes).toBe('http://ontologi.es/like#likes');
  expect(ours.MEETING.LongChat).toBe('http://www.w3.org/ns/pim/meeting#LongChat');
});
