import { Cannot } from '../cannot.ts';
import type { House } from '../me.ts';
import { moment } from '../moment.ts';
import { accept } from './accept.ts';
import { lookUp } from './look-up.ts';
import { messageAbout } from './message.ts';
import { noted, recordsOf } from './records.ts';
import { say } from './relationship.ts';
import { present } from './present.ts';

/**
 * Asks somebody to be friends: my offer in a document that only they may read, a line in my records, and a message
 * that points there. Whoever asked me already is accepted instead. With the `token` of their invitation they need
 * not answer. Answers how things stand now. Throws `Cannot` with a sentence.
 */
export async function request(
  house: House,
  id: string,
  { token }: { token?: string } = {},
  now = moment(house)
): Promise<'friend' | 'asked'> {
  if (id === house.me.id) throw new Cannot('That is your own address.');
  const { friend, person } = await lookUp(house, id);
  if (friend?.state === 'friend') return 'friend';
  // A no of mine is not the last word: their question still stands.
  if (friend?.theirs?.says === 'offer' && (friend.state === 'asks' || friend.state === 'declined')) {
    await accept(house, id, now);
    return 'friend';
  }
  // Asked already. An invitation that came later is worth asking anew: it needs no answer.
  if (friend?.state === 'asked' && (token === undefined || friend.mine?.token === token)) return 'asked';
  const label = `Ask ${person.name} to be friends`;
  const said = say(house.me, 'offer', id, { token, label }, now);
  const records = await recordsOf(house, id, now);
  const entry = {
    name: person.ownName,
    origin: said.document,
    target: undefined,
    confirmed: undefined,
    streams: [],
    published: now.at
  };
  await house.sync.change(
    present([
      ...said.writes,
      noted(house, records, entry, label),
      messageAbout('offer', said.activity, person.inbox, [1], label)
    ])
  );
  return 'asked';
}
