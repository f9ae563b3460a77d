const DAY = 24 * 60 * 60_000;

/** A moment as short as it is clear at `now` (both ms since 1970): "14:05", "Tuesday, 14:05", "3 May 2026, 14:05". */
export function sinceText(at: number, now: number, locale?: string): string {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  const day =
    at >= midnight
      ? {}
      : at >= midnight - 6 * DAY
        ? ({ weekday: 'long' } as const)
        : ({ day: 'numeric', month: 'long', year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { ...day, ...time }).format(at);
}
