import { words } from '../words.ts';
import type { Friend } from './friend.ts';

/** How things stand, in one sentence. */
export function relation(friend: Friend | undefined, date: (at: Date) => string): string {
  const say = words.relation;
  if (!friend) return say.none;
  if (friend.state === 'friend') return friend.since ? say.friendSince(date(friend.since)) : say.friend;
  if (friend.state === 'declined') return friend.by === 'me' ? say.declinedByMe : say.declinedByThem;
  return say[friend.state];
}

/** A day as one says it. */
export const day = (at: Date): string =>
  new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
