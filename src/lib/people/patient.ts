import type { Asking } from '#lib/query/ask.ts';
import type { House } from './me.ts';
import { spaceOf } from './space.ts';

const A_DAY = 86_400_000;

/**
 * The way to ask about many people at once: what the cache knows of them is good enough for a day, so a list of a
 * hundred friends costs no request for each. My own records stay as fresh as anything; `checkFriends` looks at what
 * friends' spaces say, and every change shows at once.
 */
export function patient(house: House): Asking {
  const own = spaceOf(house.me).subscriptions;
  return {
    ...house.asking,
    wanted: (url, isClosed) =>
      url === own ? house.asking.wanted(url) : house.sync.want(url, A_DAY, isClosed)
  };
}
