import { Cannot } from '../cannot.ts';
import { addContact } from '../contacts/add-contact.ts';
import type { House } from '../me.ts';
import { moment } from '../moment.ts';
import { opened } from './audience.ts';
import { lookUp } from './look-up.ts';
import { messageAbout } from './message.ts';
import { present } from './present.ts';
import { knows } from './public-friends.ts';
import { noted, recordsOf } from './records.ts';
import { say } from './relationship.ts';

/**
 * Says yes to somebody who asks: my acceptance where only they may read it, what is for friends opened for them,
 * my records and address book, and then the message. Throws `Cannot` with a sentence.
 */
export async function accept(house: House, id: string, now = moment(house)): Promise<void> {
  const { all, friend, person } = await lookUp(house, id);
  if (friend?.state === 'friend') return;
  if (friend?.state !== 'asks' && friend?.state !== 'declined')
    throw new Cannot(`${person.name} is not asking any more.`);
  const { theirs } = friend;
  if (!theirs) throw new Cannot(`The space of ${person.name} is not answering. Say yes a little later.`);
  if (theirs.says !== 'offer') throw new Cannot(`${person.name} is not asking any more.`);
  const label = `Say yes to ${person.name}`;
  const said = say(house.me, 'accept', id, { answers: theirs.activity, label }, now);
  const entry = {
    name: person.ownName,
    origin: said.document,
    confirmed: theirs.activity,
    streams: [...friend.streams],
    published: now.at
  };
  const records = await recordsOf(house, id, now);
  await house.sync.change(
    present([
      ...said.writes,
      opened(house.me, all, { add: id }),
      // After both: the first thing they do is look.
      messageAbout('accept', said.activity, person.inbox, [1, 2], label),
      noted(house, records, entry, label),
      await knows(house, id, true)
    ])
  );
  await addContact(house, person);
}
