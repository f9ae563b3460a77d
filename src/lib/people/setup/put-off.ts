import type { House } from '../me.ts';

const KEY = 'setup:put-off';
const A_DAY = 86_400_000;

/** Not now: nobody asks again for a day on this device. */
export const putOff = (house: House, now = Date.now()): Promise<void> => house.notes.set(KEY, now);

/** Whether it was put off less than a day ago. */
export async function isPutOff(house: House, now = Date.now()): Promise<boolean> {
  const when = await house.notes.get(KEY);
  return typeof when === 'number' && Math.abs(now - when) < A_DAY;
}
