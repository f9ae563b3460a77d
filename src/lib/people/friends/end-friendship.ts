import { Cannot } from '../cannot.ts';
import { removeContact } from '../contacts/remove-contact.ts';
import type { House } from '../me.ts';
import { moment } from '../moment.ts';
import { opened } from './audience.ts';
import { lookUp } from './look-up.ts';
import { messageAbout } from './message.ts';
import { present } from './present.ts';
import { knows } from './public-friends.ts';
import { noted, recordsOf } from './records.ts';
import { isYes } from './side.rules.ts';
import { takeBack } from './take-back.ts';

/**
 * Ends a friendship: what is for friends is closed to them first, then my word is taken back where they may read
 * that, my records and address book follow, and a message tells them to look. Throws `Cannot` with a sentence.
 */
export async function endFriendship(house: House, id: string, now = moment(house)): Promise<void> {
  const { all, friend, person } = await lookUp(house, id);
  if (!friend || !isYes(friend.mine)) throw new Cannot(`You and ${person.name} are not friends.`);
  const label = `End the friendship with ${person.name}`;
  const [undone, patch] = takeBack(house.me, friend.mine, id, label, now);
  const records = await recordsOf(house, id, now);
  await house.sync.change(
    present([
      opened(house.me, all, { drop: id }),
      patch,
      messageAbout('undo', undone, person.inbox, [1], label),
      noted(house, records, { confirmed: undefined, streams: [] }, label),
      await knows(house, id, false)
    ])
  );
  await removeContact(house, person);
}
