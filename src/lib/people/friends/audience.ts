import type { AccessRule } from '#lib/cache/cache.ts';
import type { Write } from '#lib/sync/sync.ts';
import type { Me } from '../me.ts';
import { spaceOf } from '../space.ts';
import type { Friend } from './friend.ts';

/** Who may read what is for friends: me, and exactly these people. */
export function friendsAccess(me: Me, people: readonly string[]): AccessRule {
  return {
    owner: [me.id],
    everyone: [],
    signedIn: [],
    people: Object.fromEntries([...people].sort().map((id) => [id, ['read' as const]]))
  };
}

/** Who is a friend by both spaces and by my records, which all my devices share. */
export const readersAmong = (all: readonly Friend[]): string[] =>
  all.filter((friend) => friend.state === 'friend' && friend.recorded).map((friend) => friend.id);

/** Gives the friends' folder the list of all present friends, with this one added or left out. */
export function opened(me: Me, all: readonly Friend[], change: { add?: string; drop?: string }): Write {
  const people = new Set(
    [...readersAmong(all), ...(change.add ? [change.add] : [])].filter((id) => id !== change.drop)
  );
  return {
    document: spaceOf(me).friendsFolder,
    intent: { kind: 'access', access: friendsAccess(me, [...people]) },
    label: change.add ? 'Let a friend read what is for friends' : 'Close what is for friends'
  };
}
