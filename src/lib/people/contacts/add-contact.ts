import { write } from '#lib/rdf/shape.ts';
import { quad, iri, text, type Quad } from '#lib/rdf/terms.ts';
import { writeTurtle } from '#lib/rdf/turtle.ts';
import { OWL, RDF, VCARD } from '#lib/rdf/vocab.ts';
import type { Write } from '#lib/sync/sync.ts';
import { documentOf } from '../address.ts';
import { personEntry } from '../address-book.shape.ts';
import { contact, webAddress } from '../contact.shape.ts';
import type { House } from '../me.ts';
import { bookOf, FRIENDS, type Book } from './book.question.ts';
import { contactAddress } from './contact-address.ts';
import { seen } from './seen.ts';

/**
 * Puts a friend into the address book and its group "Friends", in SolidOS's layout, so that other apps find them.
 * Only adds what is missing. Does nothing where there is no address book (preparing my space makes one) and nothing
 * while it cannot be read: `checkFriends` comes back to it.
 */
export async function addContact(house: House, person: { id: string; name: string }): Promise<void> {
  const book = await seen(house, bookOf(house.me));
  if (!book?.exists) return;
  const contactId = contactAddress(book, person.id);
  const label = `Put ${person.name} into your address book`;
  const lines: [string, Quad[]][] = [
    [book.people, write(personEntry, { id: contactId, book: book.id, name: person.name })],
    [book.groups, groupLines(book)],
    [documentOf(book.friends), memberLines(book, contactId, person)]
  ];
  const writes: Write[] = [createContact(contactId, person, label)];
  for (const [document, statements] of lines) {
    const { graph } = await house.asking.read(document);
    const insert = statements.filter(
      ({ subject, predicate, object }) => !graph.has(subject.value, predicate.value, object)
    );
    if (insert.length)
      writes.push({ document, intent: { kind: 'patch', insert, delete: [] }, after: [0], label });
  }
  if (writes.length > 1) await house.sync.change(writes);
}

function createContact(id: string, person: { id: string; name: string }, label: string): Write {
  const document = documentOf(id);
  const address = `${document}#address`;
  const body = writeTurtle(
    [
      ...write(contact, { id, name: person.name, addresses: [address] }),
      ...write(webAddress, { id: address, value: person.id })
    ],
    document
  );
  return { document, intent: { kind: 'create', body, contentType: 'text/turtle' }, label };
}

const groupLines = (book: Book): Quad[] => [
  quad(book.id, VCARD.includesGroup, iri(book.friends)),
  quad(book.friends, RDF.type, iri(VCARD.Group)),
  quad(book.friends, VCARD.fn, text(FRIENDS))
];

const memberLines = (book: Book, contactId: string, person: { id: string; name: string }): Quad[] => [
  quad(book.friends, RDF.type, iri(VCARD.Group)),
  quad(book.friends, VCARD.fn, text(FRIENDS)),
  quad(book.friends, VCARD.hasMember, iri(person.id)),
  // SolidOS shows a member only with these two.
  quad(person.id, OWL.sameAs, iri(contactId)),
  quad(contactId, VCARD.fn, text(person.name))
];
