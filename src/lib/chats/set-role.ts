import { text, quad } from '#lib/rdf/terms.ts';
import { VCARD } from '#lib/rdf/vocab.ts';
import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import { moment } from '#lib/people/moment.ts';
import { accessFor } from './access-for.ts';
import type { Role } from './chat.ts';
import { ownHead } from './head.ts';
import { hasBeen, partsOf } from './index-statements.ts';
import { notedDeletions } from './noted-deletions.ts';
import { rolesIn } from './roles.ts';
import { labels } from './words.ts';

/** Says what somebody may do in a chat that I own. Nothing happens where they are not in it or may just that. */
export async function setRole(
  house: House,
  id: string,
  person: string,
  role: Exclude<Role, 'owner'>,
  now = moment(house)
): Promise<string[]> {
  const head = await ownHead(house, id);
  const was = head.people.find((each) => each.id === person)?.role;
  if (was === undefined || was === role || was === 'owner') return [];
  // What they took away as a moderator stays away.
  const noted =
    was === 'moderator' ? hasBeen(id, person, was, now, await notedDeletions(house, id, person)) : [];
  const document = documentOf(id);
  const { graph } = await house.asking.read(document);
  const parts = partsOf(graph, id, person);
  const label = labels.role;
  const insert = [
    ...(role === 'member' ? [] : parts.map((part) => quad(part, VCARD.role, text(role)))),
    ...noted
  ];
  const gone = parts.flatMap((part) =>
    graph.about(part).filter(({ predicate }) => predicate.value === VCARD.role)
  );
  return house.sync.change([
    ...accessFor(head.host, id, rolesIn(head, [person, role]), label),
    { document, intent: { kind: 'patch', insert, delete: gone }, after: [0, 1], label }
  ]);
}
