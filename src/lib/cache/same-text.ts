import type { CachedDocument } from './cache.ts';

/** Whether both are the same words of the server's. Never there is the same as never there. */
export const sameText = (a: CachedDocument | undefined, b: CachedDocument | undefined): boolean =>
  a?.turtle === b?.turtle && a?.etag === b?.etag;
