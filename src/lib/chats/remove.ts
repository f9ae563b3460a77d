import { documentOf } from '#lib/people/address.ts';
import { iri, quad } from '#lib/rdf/terms.ts';
import { DCT } from '#lib/rdf/vocab.ts';
import { Cannot } from '#lib/people/cannot.ts';
import type { House } from '#lib/people/me.ts';
import { moment } from '#lib/people/moment.ts';
import { accessFor } from './access-for.ts';
import { ownHead } from './head.ts';
import { leftAt, partsOf } from './index-statements.ts';
import { notedDeletions } from './noted-deletions.ts';
import { rolesIn } from './roles.ts';
import { labels, sentences } from './words.ts';

/**
 * Shuts somebody out of a chat that I own, first of all what they may read; what they wrote stays. `left`: because they
 * went by themselves.
 */
export async function remove(
  house: House,
  id: string,
  person: string,
  { left = false } = {},
  now = moment(house)
): Promise<string[]> {
  const head = await ownHead(house, id);
  if (person === head.host && !left) throw new Cannot(sentences.host);
  const is = head.people.find((each) => each.id === person);
  if (person === house.me.id || !is) return [];
  const document = documentOf(id);
  const { graph } = await house.asking.read(document);
  const label = labels.remove;
  const parts = partsOf(graph, id, person);
  const patch = leftAt(id, parts, now.at, left);
  // What they took away as a moderator stays away.
  const deletions = is.role === 'moderator' ? await notedDeletions(house, id, person) : [];
  const noted = parts
    .slice(0, 1)
    .flatMap((part) => deletions.map((deletion) => quad(part, DCT.references, iri(deletion))));
  return house.sync.change([
    ...accessFor(head.host, id, rolesIn(head, [person, undefined]), label),
    {
      document,
      intent: { kind: 'patch', insert: [...patch.insert, ...noted], delete: patch.delete },
      after: [0, 1],
      label
    }
  ]);
}
