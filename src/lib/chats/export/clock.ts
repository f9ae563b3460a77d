/** A moment in words that sort: `2026-11-21`, `16:05`, and the moment itself. */
export interface Told {
  readonly day: string;
  readonly time: string;
  /** ISO 8601, UTC. */
  readonly iso: string;
}

/** Tells times of one time zone (an IANA name; the device's when it is not said), and its name. */
export function clock(timeZone?: string): { tell: (at: Date) => Told; zone: string } {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  });
  return {
    zone: format.resolvedOptions().timeZone,
    tell(at) {
      const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
      const [year, month, day, hour, minute] = (['year', 'month', 'day', 'hour', 'minute'] as const).map(
        (part) => parts.get(part) ?? ''
      );
      return { day: `${year}-${month}-${day}`, time: `${hour}:${minute}`, iso: at.toISOString() };
    }
  };
}
