import type { Single } from '#lib/cache/cache.ts';
import type { Lost } from '#lib/cache/weigh.ts';

/** What a write needs on its way. */
export interface Carrying {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Keeps on this device what is about to be lost; `carried` are the changes under way. Rejects when it cannot. */
  readonly keep: (carried: readonly Single[], lost: readonly Lost[]) => Promise<void>;
}
