import { horizonOf } from './archive.rules.ts';
import type { Opened } from './open-archive.ts';

/** How far back a feed is whole, and what is before that. */
export interface Older {
  /** `looking`: it is on its way. `more`: there is more before. `done`: nothing that could be waited for. */
  readonly state: 'looking' | 'more' | 'done';
  /** Everything from here on is in the feed (milliseconds since 1970). */
  readonly horizon: number;
  /** Those whose older posts cannot be read just now. */
  readonly lacking: readonly string[];
}

/** A feed is whole down to the newest horizon among those that have more. `reach`: how far back somebody asked for. */
export function olderOf(
  all: readonly { readonly owner: string; readonly archives: readonly Opened[] }[],
  reach: number
): Older {
  const horizons = all.flatMap(({ archives }) => archives.map(({ archive }) => horizonOf(archive)));
  const horizon = horizons.reduce((newest, each) => Math.max(newest, each), -Infinity);
  return {
    state: horizon === -Infinity ? 'done' : horizon > reach ? 'looking' : 'more',
    // What was shown once stays, also when an archive answers again that was silent.
    horizon: Math.min(horizon, reach + 1),
    lacking: all.flatMap(({ owner, archives }) => (archives.some(({ lacks }) => lacks) ? [owner] : []))
  };
}
