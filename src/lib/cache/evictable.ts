import type { CachedBlob, CachedDocument } from './cache.ts';
import type { Fetchable } from './least-used.ts';

/** What thrown-away things are weighed by. A document is asked for when somebody looks at it. */
export const evictable = {
  document: ({ url, turtle, asked }: CachedDocument): Fetchable => ({
    key: url,
    size: OVERHEAD + turtle.length,
    used: asked
  }),
  blob: ({ url, blob, used }: CachedBlob): Fetchable => ({ key: url, size: OVERHEAD + blob.size, used })
};

/** Bytes for the record around the text. */
const OVERHEAD = 500;
