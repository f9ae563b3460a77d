const DAY = 86_400_000;

/** A stretch of somebody's older posts: the document of one UTC day, or a whole year nobody has looked into yet. */
export interface Stretch {
  readonly url: string;
  /** Its posts stand at or after `start` and before `end`, milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
}

/** What is known of the posts that a rolling page has no room for. */
export interface Archive {
  /** Everything after this moment (milliseconds since 1970) is on the page itself. */
  readonly from: number;
  /** Undefined: nobody has asked yet, or there was no answer yet. */
  readonly stretches: readonly Stretch[] | undefined;
  /** The addresses of those that were read, and of those that cannot be. */
  readonly done: ReadonlySet<string>;
  /** It does not answer: nobody waits for it. */
  readonly silent: boolean;
}

/** From when on every post is here (milliseconds since 1970); -Infinity when all of them are, or nobody waits. */
export function horizonOf({ from, stretches, done, silent }: Archive): number {
  if (silent) return -Infinity;
  const ends = stretches?.flatMap((each) => (each.start <= from && !done.has(each.url) ? [each.end] : []));
  return Math.min(from + 1, ends ? Math.max(-Infinity, ...ends) : Infinity);
}

/** Whether something of this stretch may be missing on the page, and is not before `reach`. */
export const isWanted = ({ start, end }: Stretch, from: number, reach: number): boolean =>
  start <= from && end > reach;

/** The years among the children of an audience's folder, the newest first. */
export const yearsIn = (folder: string, children: readonly string[]): Stretch[] =>
  stretchesIn(folder, children, /^(\d{4})\/$/, ([, year]) => [
    Date.UTC(Number(year), 0),
    Date.UTC(Number(year) + 1, 0)
  ]);

/** The days' documents among the children of a year's folder, the newest first; a day may have several. */
export const daysIn = (folder: string, children: readonly string[]): Stretch[] =>
  stretchesIn(folder, children, /^(\d{4}-\d\d-\d\d)(?:-\d{1,3})?\.ttl$/, ([, day]) => {
    const start = Date.parse(`${day}T00:00:00Z`);
    return [start, start + DAY];
  });

function stretchesIn(
  folder: string,
  children: readonly string[],
  name: RegExp,
  times: (found: RegExpExecArray) => [start: number, end: number]
): Stretch[] {
  return children
    .flatMap((url) => {
      const found = url.startsWith(folder) && name.exec(url.slice(folder.length));
      const [start, end] = found ? times(found) : [NaN, NaN];
      // 31 February is no day, and the year 0099 another one in JavaScript.
      return end > start && start > 0 ? [{ url, start, end }] : [];
    })
    .sort((a, b) => b.start - a.start || (a.url < b.url ? 1 : -1));
}
