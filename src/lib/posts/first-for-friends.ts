import type { View } from '#lib/cache/view.ts';
import type { Write } from '#lib/sync/sync.ts';
import { friendsAccess } from '#lib/people/friends/audience.ts';
import { friends } from '#lib/people/friends/friends.question.ts';
import type { House } from '#lib/people/me.ts';
import { spaceOf } from '#lib/people/space.ts';

/**
 * The rule that has to stand before the very first words for friends, in case the space was never prepared: for me
 * alone. From the first friend on, people/ keeps the folder's list; a list that may stand there already is left alone.
 */
export async function firstForFriends(house: House, page: View): Promise<Write[]> {
  if (page.waiting.length > 0 || (page.document && page.document.state !== 'missing')) return [];
  const space = spaceOf(house.me);
  // Another device may have made a friend since: this once, the network is asked before something is written.
  await house.sync.refresh([space.subscriptions]);
  const all = await friends(house.me)(house.asking.read);
  if (all.some((friend) => friend.state === 'friend' || friend.recorded)) return [];
  const access = friendsAccess(house.me, []);
  return [
    {
      document: space.friendsFolder,
      intent: { kind: 'access', access },
      label: 'A place for what is for friends'
    }
  ];
}
