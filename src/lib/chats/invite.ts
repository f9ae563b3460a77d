import { present } from '#lib/people/friends/present.ts';
import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import { moment } from '#lib/people/moment.ts';
import { accessFor } from './access-for.ts';
import type { Role } from './chat.ts';
import { ownHead } from './head.ts';
import { takesPart } from './index-statements.ts';
import { invitationTo } from './letters/invitation-to.ts';
import { rolesIn } from './roles.ts';
import { labels } from './words.ts';

/** Lets somebody into a chat of mine, and then tells them. Who is in it already is only told again. */
export async function invite(
  house: House,
  id: string,
  person: string,
  role: Exclude<Role, 'owner'> = 'member',
  now = moment(house)
): Promise<string[]> {
  const head = await ownHead(house, id);
  const label = labels.invite;
  const known = head.people.some((each) => each.id === person);
  if (known) {
    const message = await invitationTo(house, person, id, now.at, { label });
    return message ? house.sync.change([message]) : [];
  }
  const insert = takesPart(id, person, role, now.at, now.ulid);
  return house.sync.change(
    present([
      ...accessFor(head.host, id, rolesIn(head, [person, role]), label),
      { document: documentOf(id), intent: { kind: 'patch', insert, delete: [] }, after: [0, 1], label },
      await invitationTo(house, person, id, now.at, { after: [0, 1], label })
    ])
  );
}
