import { Cannot } from '../cannot.ts';
import type { House } from '../me.ts';
import { moment } from '../moment.ts';
import { lookUp } from './look-up.ts';
import { messageAbout } from './message.ts';
import { present } from './present.ts';
import { noted, recordsOf } from './records.ts';
import { say } from './relationship.ts';

/** Says no to somebody who asks. They may ask again later, and so may I. Throws `Cannot` with a sentence. */
export async function decline(house: House, id: string, now = moment(house)): Promise<void> {
  const { friend, person } = await lookUp(house, id);
  if (friend?.state !== 'asks') throw new Cannot(`${person.name} is not asking any more.`);
  const { theirs } = friend;
  if (!theirs) throw new Cannot(`The space of ${person.name} is not answering. Say no a little later.`);
  const label = `Say no to ${person.name}`;
  const said = say(house.me, 'reject', id, { answers: theirs.activity, label }, now);
  const records = await recordsOf(house, id, now);
  const entry = { name: person.ownName, origin: said.document, published: now.at };
  await house.sync.change(
    present([
      ...said.writes,
      noted(house, records, entry, label),
      messageAbout('reject', said.activity, person.inbox, [1], label)
    ])
  );
}
