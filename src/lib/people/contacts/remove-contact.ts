import { OWL, VCARD } from '#lib/rdf/vocab.ts';
import { documentOf } from '../address.ts';
import type { House } from '../me.ts';
import { bookOf } from './book.question.ts';
import { contactAddress } from './contact-address.ts';
import { seen } from './seen.ts';

/** Takes somebody out of the group "Friends". Their entry in the address book stays: it is mine to keep. */
export async function removeContact(house: House, person: { id: string; name: string }): Promise<void> {
  const book = await seen(house, bookOf(house.me));
  if (!book?.exists) return;
  const document = documentOf(book.friends);
  const { graph } = await house.asking.read(document);
  const contactId = contactAddress(book, person.id);
  const gone = graph.quads.filter(
    ({ subject, predicate, object }) =>
      (subject.value === book.friends && predicate.value === VCARD.hasMember && object.value === person.id) ||
      (subject.value === person.id && predicate.value === OWL.sameAs) ||
      subject.value === contactId
  );
  if (gone.length === 0) return;
  const label = `Take ${person.name} out of the group of friends`;
  await house.sync.change([{ document, intent: { kind: 'patch', insert: [], delete: gone }, label }]);
}
