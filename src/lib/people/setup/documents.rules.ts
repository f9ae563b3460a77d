import { quad, iri, text, type Quad } from '#lib/rdf/terms.ts';
import { readAll, write } from '#lib/rdf/shape.ts';
import { writeTurtle } from '#lib/rdf/turtle.ts';
import { AS, DCT, PIM, RDF, SIOC, SOLID, VCARD } from '#lib/rdf/vocab.ts';
import type { Write } from '#lib/sync/sync.ts';
import { addressBook } from '../address-book.shape.ts';
import { documentOf } from '../address.ts';
import { FRIENDS } from '../contacts/book.question.ts';
import { forEveryone } from '../edit-profile.ts';
import { group } from '../group.shape.ts';
import { typeRegistration } from '../type-registration.shape.ts';
import { isPrivate, onlyMe, opened, ruled } from './folders.rules.ts';
import { step, type Step } from './step.ts';
import { isThere, type Surroundings } from './surroundings.ts';

/** Writes that name each other by number: `add` answers the number of what it added. */
function list() {
  const writes: Write[] = [];
  return { writes, add: (write: Write) => writes.push(write) - 1 };
}

const created = (document: string, statements: Quad[], label: string, after: number[]): Write => ({
  document,
  intent: { kind: 'create', body: writeTurtle(statements, document), contentType: 'text/turtle' },
  after,
  label
});

/** Private notes: preferences, who my friends are, open invitations. */
export function settingsStep(around: Surroundings): Step {
  const { space, me, views } = around;
  const { writes, add } = list();
  const label = 'Private settings';
  for (const rule of opened(around, space.settings, onlyMe(me), isPrivate(me), label)) add(rule);
  const before = writes.map((_, number) => number);
  const is = around.access.get(space.settings);
  const kept = before.length > 0 || (is !== undefined && isPrivate(me)(is));
  const papers: [string, Quad[]][] = [
    [space.preferences, [quad(space.preferences, RDF.type, iri(PIM.ConfigurationFile))]],
    [space.subscriptions, [quad(space.subscriptions, DCT.title, text('Friends'))]],
    [space.invites, [quad(space.invites, DCT.title, text('Invitations'))]]
  ];
  for (const [document, statements] of papers) {
    if (isThere(views.get(document))) continue;
    const made = add(created(document, statements, label, before));
    // Another app's settings folder may be open to others: then each of ours is closed before it says anything.
    if (!kept) add(ruled(document, onlyMe(me), label, [made]));
  }
  return step('settings', writes);
}

/** An address book as SolidOS lays it out, with a group "Friends". */
export function contactsStep(around: Surroundings): Step {
  const { me, book, space } = around;
  if (book.exists) return step('contacts', []);
  const { writes, add } = list();
  const label = 'An address book';
  for (const rule of opened(around, space.contacts, onlyMe(me), isPrivate(me), label)) add(rule);
  const before = writes.map((_, number) => number);
  const groupLines = write(group, { id: book.friends, name: FRIENDS });
  add(created(documentOf(book.friends), groupLines, label, before));
  const listed = [quad(book.id, VCARD.includesGroup, iri(book.friends)), ...groupLines];
  add(created(book.groups, listed, label, before));
  const { id, people, groups } = book;
  const itself = write(addressBook, { id, title: 'Contacts', owner: me.id, people, groups });
  // Last: while it is not there, there is no book.
  add(created(documentOf(id), itself, label, [...before, ...writes.map((_, number) => number)]));
  return step('contacts', writes);
}

/** What is where, for other apps: public things in the public list, the rest in the private one. */
export function indexStep(around: Surroundings): Step {
  const { me, space, book, views } = around;
  const { writes, add } = list();
  const label = 'A list of what is where';
  const posts = (container: string) =>
    [AS.Note, SIOC.Post].map((forClass) => ({ forClass, containers: [container] }));
  const lists = [
    { document: space.publicTypeIndex, kind: SOLID.ListedDocument, lines: posts(space.publicTimeline) },
    {
      document: space.privateTypeIndex,
      kind: SOLID.UnlistedDocument,
      lines: [...posts(space.friendsFolder), { forClass: VCARD.AddressBook, instances: [book.id] }]
    }
  ];
  for (const { document, kind, lines } of lists) {
    const there = isThere(views.get(document));
    const known = readAll(typeRegistration, views.get(document)!.graph);
    const missing = lines.filter(
      (line) =>
        !known.some(
          (one) =>
            one.forClass === line.forClass &&
            ('instances' in line
              ? line.instances.every((instance) => one.instances.includes(instance))
              : line.containers.every((container) => one.containers.includes(container)))
        )
    );
    const insert = missing.flatMap((line) =>
      write(typeRegistration, { id: `${document}#${nameOf(line.forClass)}`, ...line })
    );
    const head = [quad(document, RDF.type, iri(SOLID.TypeIndex)), quad(document, RDF.type, iri(kind))];
    if (there && insert.length === 0) continue;
    const made = there ? undefined : add(created(document, head, label, []));
    const is = around.access.get(space.settings);
    const open = kind === SOLID.ListedDocument;
    const rule = open ? forEveryone(me) : onlyMe(me);
    const needsRule = made !== undefined && (open || (is !== undefined && !isPrivate(me)(is)));
    const closed = needsRule ? add(ruled(document, rule, label, [made])) : made;
    add({
      document,
      intent: { kind: 'patch', insert, delete: [] },
      after: closed === undefined ? [] : [closed],
      label
    });
  }
  return step('index', writes);
}

const nameOf = (forClass: string): string => `r-${forClass.replace(/^.*[#/]/, '')}`;
