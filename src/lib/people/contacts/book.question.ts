import type { Graph } from '#lib/rdf/graph.ts';
import { read as readShape, readAll } from '#lib/rdf/shape.ts';
import { VCARD } from '#lib/rdf/vocab.ts';
import type { Question } from '#lib/query/ask.ts';
import { addressBook } from '../address-book.shape.ts';
import { documentOf } from '../address.ts';
import type { Me } from '../me.ts';
import { mySpace } from '../space.ts';
import { standsIn } from '../storage.ts';
import { typeRegistration } from '../type-registration.shape.ts';

/** Where the parts of an address book are, as SolidOS lays it out. */
export interface Book {
  /** The book itself, `.../index.ttl#this`. */
  readonly id: string;
  readonly people: string;
  readonly groups: string;
  /** The group "Friends", there or not yet. */
  readonly friends: string;
  /** Its folder, with the slash at the end. */
  readonly folder: string;
  /** Whether there is a book at all: preparing my space makes it. */
  readonly exists: boolean;
}

export const FRIENDS = 'Friends';

/** My address book: the one the type indexes name, else the usual place. */
export function bookOf(me: Me): Question<Book> {
  return async (read) => {
    const space = await mySpace(me)(read);
    const indexes = [await read(space.privateTypeIndex), await read(space.publicTypeIndex)];
    const named = indexes.flatMap((view) => registered(view.graph)).find((id) => standsIn(id, [me.storage]));
    const id = named ?? `${space.contacts}index.ttl#this`;
    const folder = new URL('./', id).href;
    const { graph } = await read(documentOf(id));
    const book = readShape(addressBook, graph, id);
    const groups = book?.groups ?? `${folder}groups.ttl`;
    const listed = (await read(groups)).graph;
    return {
      id,
      folder,
      people: book?.people ?? `${folder}people.ttl`,
      groups,
      friends: friendsGroup(listed, id) ?? `${folder}Group/${FRIENDS}.ttl#this`,
      exists: book !== undefined
    };
  };
}

const registered = (index: Graph): string[] =>
  readAll(typeRegistration, index)
    .filter((line) => line.forClass === VCARD.AddressBook)
    .flatMap((line) => line.instances);

const friendsGroup = (groups: Graph, book: string): string | undefined =>
  groups
    .iris(book, VCARD.includesGroup)
    .find((group) => groups.text(group, VCARD.fn)?.toLowerCase() === FRIENDS.toLowerCase());
