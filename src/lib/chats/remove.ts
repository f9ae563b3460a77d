import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import { moment } from '#lib/people/moment.ts';
import { accessFor } from './access-for.ts';
import { ownHead } from './head.ts';
import { leftAt, partsOf } from './index-statements.ts';
import { rolesIn } from './roles.ts';
import { labels } from './words.ts';

/** Shuts somebody out of a chat of mine, first of all what they may read; what they wrote stays. */
export async function remove(
  house: House,
  id: string,
  person: string,
  now = moment(house)
): Promise<string[]> {
  const head = await ownHead(house, id);
  if (person === house.me.id || !head.people.some((each) => each.id === person)) return [];
  const document = documentOf(id);
  const { graph } = await house.asking.read(document);
  const label = labels.remove;
  const patch = leftAt(id, partsOf(graph, id, person), now.at);
  return house.sync.change([
    ...accessFor(house.me, id, rolesIn(head, [person, undefined]), label),
    { document, intent: { kind: 'patch', ...patch }, after: [0, 1], label }
  ]);
}
