import type { House } from '../me.ts';

const KEY = 'setup:put-off';
const PREPARED = 'setup:prepared';
const A_DAY = 86_400_000;

/** Not now: nobody asks again for a day on this device. */
export const putOff = (house: House, now = Date.now()): Promise<void> => house.notes.set(KEY, now);

/**
 * This device has seen the space prepared. A server that answers 404 for a while (a folder that is not mounted, a wrong
 * turn of a proxy) then sends nobody away from what they read.
 */
export const sawPrepared = (house: House): Promise<void> => house.notes.set(PREPARED, true);

/** Whether preparing shall be proposed: not within a day of "Not now", and never where it was seen prepared. */
export async function mayPropose(house: House, now = Date.now()): Promise<boolean> {
  const [when, prepared] = await Promise.all([house.notes.get(KEY), house.notes.get(PREPARED)]);
  return prepared !== true && !(typeof when === 'number' && Math.abs(now - when) < A_DAY);
}
