const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `when` as one would say it at `now` (both ms since 1970): "3 min. ago", "yesterday", then the date. */
export function relativeTime(when: number, now: number, locale?: string): string {
  const ago = now - when;
  const { relative, sameYear, otherYear } = formats(locale);
  // Five minutes forgive a clock that is merely wrong.
  if (ago > -5 * minute && ago < minute) return relative.format(0, 'second');
  if (Math.abs(ago) < hour) return relative.format(-Math.trunc(ago / minute), 'minute');
  const days = calendarDays(when, now);
  if (Math.abs(ago) < 12 * hour || days === 0) return relative.format(-Math.trunc(ago / hour), 'hour');
  if (Math.abs(days) < 7) return relative.format(-days, 'day');
  const isSameYear = new Date(when).getFullYear() === new Date(now).getFullYear();
  return (isSameYear ? sameYear : otherYear).format(when);
}

/** The whole of it, for who wants to know exactly. */
export function exactTime(when: number, locale?: string): string {
  return formats(locale).exact.format(when);
}

/** Only the time of day, for where the day is said. */
export function timeOfDay(when: number, locale?: string): string {
  return formats(locale).time.format(when);
}

/** Midnights between the two in the reader's time zone: 23:50 is "yesterday" at 00:10. */
function calendarDays(when: number, now: number): number {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  return Math.round((midnight(now) - midnight(when)) / day);
}

/** To make one takes longer than to draw a whole post, so each is made once. */
interface Formats {
  readonly relative: Intl.RelativeTimeFormat;
  readonly sameYear: Intl.DateTimeFormat;
  readonly otherYear: Intl.DateTimeFormat;
  readonly exact: Intl.DateTimeFormat;
  readonly time: Intl.DateTimeFormat;
}
const made = new Map<string | undefined, Formats>();

function formats(locale: string | undefined): Formats {
  let known = made.get(locale);
  if (!known) {
    const day = { day: 'numeric', month: 'short' } as const;
    known = {
      relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }),
      sameYear: new Intl.DateTimeFormat(locale, day),
      otherYear: new Intl.DateTimeFormat(locale, { ...day, year: 'numeric' }),
      exact: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }),
      time: new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' })
    };
    made.set(locale, known);
  }
  return known;
}
