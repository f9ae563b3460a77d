/** What one tab has at one place. */
export interface Version {
  /** The tab. */
  readonly by: string;
  /** When it was typed, milliseconds since 1970. Larger than that of any earlier version of the same tab. */
  readonly at: number;
  /** Empty when it was sent or given up. */
  readonly text: string;
  /** What belongs to the text, in the words of the place: the audience of a post. */
  readonly extra: string;
}

/** The newest version of each tab, the newest first; what is not a version in there is ignored. */
export function joined(...lists: readonly unknown[]): Version[] {
  const newest = new Map<string, Version>();
  for (const version of lists.flat().filter(isVersion)) {
    const known = newest.get(version.by);
    if (!known || known.at < version.at) newest.set(version.by, version);
  }
  return [...newest.values()]
    .filter(({ text }) => text.trim() !== '')
    .sort((a, b) => b.at - a.at || (a.by < b.by ? -1 : 1));
}

/**
 * What is kept of a place once a tab has written `mine` there. A tab replaces only its own words and those it `took`
 * from another. So two tabs on one draft never destroy each other's.
 */
export function withMine(stored: readonly Version[], mine: Version, took: readonly Version[]): Version[] {
  const others = stored.filter(
    ({ by, at, text }) =>
      by !== mine.by && text !== mine.text && !took.some((one) => one.by === by && one.at >= at)
  );
  return joined(others, [mine]);
}

/** Whether this is a version, wherever it comes from. */
export const isVersion = (value: unknown): value is Version => {
  const { by, at, text, extra } = (value ?? {}) as Partial<Version>;
  return (
    typeof by === 'string' && Number.isFinite(at) && typeof text === 'string' && typeof extra === 'string'
  );
};
