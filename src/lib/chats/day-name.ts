import { words } from './screen-words.ts';

/** A day as one says it, in the reader's time zone: today, yesterday, a weekday within the week, then the date. */
export function dayName(at: Date, now = Date.now()): string {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  const ago = Math.round((midnight(now) - midnight(at.getTime())) / 86_400_000);
  if (ago === 0) return words.talk.today;
  if (ago === 1) return words.talk.yesterday;
  const isNear = ago > 1 && ago < 7;
  const year = at.getFullYear() === new Date(now).getFullYear() ? undefined : 'numeric';
  return new Intl.DateTimeFormat(
    undefined,
    isNear ? { weekday: 'long' } : { weekday: 'short', day: 'numeric', month: 'long', year }
  ).format(at);
}
