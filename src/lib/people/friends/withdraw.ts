import { Cannot } from '../cannot.ts';
import type { House } from '../me.ts';
import { moment } from '../moment.ts';
import { lookUp } from './look-up.ts';
import { messageAbout } from './message.ts';
import { present } from './present.ts';
import { takeBack } from './take-back.ts';

/** Takes back a request that has no answer yet. Throws `Cannot` with a sentence. */
export async function withdraw(house: House, id: string, now = moment(house)): Promise<void> {
  const { friend, person } = await lookUp(house, id);
  if (friend?.mine?.says !== 'offer' || friend.state === 'friend') {
    throw new Cannot(`There is no open question to ${person.name}.`);
  }
  const label = `Take back your question to ${person.name}`;
  const [undone, patch] = takeBack(house.me, friend.mine, id, label, now);
  await house.sync.change(present([patch, messageAbout('undo', undone, person.inbox, [0], label)]));
}
