import { documentOf } from '../address.ts';
import { known } from '../known.ts';
import type { House } from '../me.ts';
import { inboxFor, readProfile, type Person } from '../profile.rules.ts';
import { spaceOf } from '../space.ts';
import type { Friend } from './friend.ts';
import { friends } from './friends.question.ts';

/** How things stand with somebody before a verb changes it. Throws `Cannot` while my own records are unknown. */
export interface Before {
  readonly all: readonly Friend[];
  readonly friend: Friend | undefined;
  readonly person: Person;
}

export async function lookUp(house: House, id: string): Promise<Before> {
  await known(house, spaceOf(house.me).subscriptions);
  const all = await friends(house.me)(house.asking.read);
  const card = await house.asking.read(documentOf(id));
  // Their profile is needed for the inbox, and only the first time.
  if (card.document === undefined) await house.sync.refresh([documentOf(id)]);
  const person = readProfile(await house.asking.read(documentOf(id)), id);
  const friend = all.find((each) => each.id === id);
  return { all, friend, person: { ...person, inbox: inboxFor(house.me, person) } };
}
