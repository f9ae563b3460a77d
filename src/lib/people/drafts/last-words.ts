import { isVersion, type Version } from './versions.ts';

const ALL = 'hearth:draft ';

/** What a `storage` event tells (HTML 12.2.1): another tab wrote. */
export type Written = Pick<StorageEvent, 'key' | 'newValue' | 'oldValue'>;

/**
 * The last words typed at a place, until the database has them. localStorage is written before the key's event is
 * over (HTML 12.2.2), and what is written outlives a tab that is killed in the next moment; a transaction of
 * IndexedDB that was begun does not. Where the browser refuses it, or it is full, the database alone keeps them.
 */
export const lastWords = {
  write(me: string, place: string, version: Version): void {
    try {
      storage()?.setItem(keyOf(me, place, version.by), JSON.stringify(version));
    } catch {
      // Full. Older words of this tab must not pass for the newest.
      storage()?.removeItem(keyOf(me, place, version.by));
    }
  },

  /** What tabs left here about a place. */
  read(me: string, place: string): Version[] {
    return keys(beginning(me, place))
      .map((key) => parsed(storage()?.getItem(key)))
      .filter(isVersion);
  },

  /**
   * Whether another tab sent, or gave up, its text at this place. Told twice: when it did, and when the database has
   * it. Only then is gone what that tab had taken over from a third one.
   */
  wasEmptied(me: string, place: string, { key, newValue, oldValue }: Written): boolean {
    const version = parsed(newValue ?? oldValue);
    return !!key?.startsWith(beginning(me, place)) && isVersion(version) && version.text.trim() === '';
  },

  /** The database has these. Newer ones of the same tab stay. */
  done(me: string, place: string, { by, at }: Version): void {
    const key = keyOf(me, place, by);
    const there = parsed(storage()?.getItem(key)) as Partial<Version> | undefined;
    if (there?.at === undefined || there.at <= at) storage()?.removeItem(key);
  },

  /** This device forgets a person. */
  forget(me: string): void {
    for (const key of keys(beginning(me))) storage()?.removeItem(key);
  }
};

const keyOf = (me: string, place: string, by: string): string => `${ALL}${JSON.stringify([me, place, by])}`;
const beginning = (...parts: string[]): string => `${ALL}${JSON.stringify(parts).slice(0, -1)},`;

function keys(from: string): string[] {
  const all = storage();
  if (!all) return [];
  return Array.from({ length: all.length }, (_, index) => all.key(index) ?? '').filter((key) =>
    key.startsWith(from)
  );
}

function parsed(text: string | null | undefined): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined; // not ours
  }
}

function storage(): Storage | undefined {
  try {
    return globalThis.localStorage as Storage | undefined;
  } catch {
    return undefined; // refused: private windows, site settings
  }
}
