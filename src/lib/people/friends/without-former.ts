import type { Write } from '#lib/sync/sync.ts';
import type { House } from '../me.ts';
import { opened } from './audience.ts';
import { friends } from './friends.question.ts';

/**
 * Where somebody is known to be no friend any more and may still read: the list without them. `settle` asks the
 * network before it makes my space follow; words for friends may not wait for that, and to shut somebody out needs
 * no proof.
 */
export async function withoutFormer(house: House): Promise<Write[]> {
  const all = await friends(house.me)(house.asking.read);
  const isFormer = all.some(({ recorded, quiet, state }) => recorded && !quiet && state !== 'friend');
  return isFormer ? [opened(house.me, all, {})] : [];
}
