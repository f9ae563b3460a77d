import { accept } from '../friends/accept.ts';
import { adopted } from '../friends/adopt.rules.ts';
import { friends } from '../friends/friends.question.ts';
import type { Friend } from '../friends/friend.ts';
import { noted, recordsOf } from '../friends/records.ts';
import { settle } from '../friends/settle.ts';
import type { Side } from '../friends/side.rules.ts';
import { takeInvite } from '../invites/take-invite.ts';
import { known } from '../known.ts';
import type { House } from '../me.ts';
import { moment } from '../moment.ts';
import type { Person } from '../profile.rules.ts';
import { spaceOf } from '../space.ts';

/**
 * Takes a word that was found true into my records, and answers it at once where that is settled already: the token
 * of an open invitation, or somebody who is a friend and asks anew.
 */
export async function receive(house: House, person: Person, found: Side, now = moment(house)): Promise<void> {
  await known(house, spaceOf(house.me).subscriptions);
  // What they said before comes first: an end must be seen as an end before a new question is.
  const old = (await recordsOf(house, person.id, now)).entry.target;
  if (old !== undefined && old !== found.document) await house.sync.refresh([old]);
  await settle(house);
  const before = await standingWith(house, person.id);
  const records = await recordsOf(house, person.id, now);
  const change = adopted(records.entry, before?.mine, found);
  if (change) {
    const label = `Remember what ${person.name} said`;
    const note = noted(house, records, { ...change, name: person.ownName }, label);
    if (note) await house.sync.change([note]);
  }
  const after = await standingWith(house, person.id);
  if (after?.state === 'asks' && after.theirs) {
    const { token, activity } = after.theirs;
    const invited = token !== undefined && (await takeInvite(house, token, activity, now.at));
    if (invited || before?.state === 'friend') await accept(house, person.id);
  }
  await settle(house);
}

const standingWith = async (house: House, id: string): Promise<Friend | undefined> =>
  (await friends(house.me)(house.asking.read)).find((friend) => friend.id === id);
