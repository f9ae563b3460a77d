import type { CachedDocument } from '#lib/cache/cache.ts';

/** How an intent came true. */
export interface Outcome {
  /** The document as it was read back on the way, if it had to be. */
  readonly found?: CachedDocument | undefined;
  /** False when `found` holds all there is to know: it was true already. */
  readonly applied: boolean;
}
