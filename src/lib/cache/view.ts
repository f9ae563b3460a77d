import type { Graph } from '#lib/rdf/graph.ts';
import type { CachedDocument, OutboxEntry } from './cache.ts';

/** A document as a screen should see it: what the server last said, with what waits in the outbox applied on top. */
export interface View {
  readonly url: string;
  readonly graph: Graph;
  readonly document: CachedDocument | undefined;
  /** Entries for this document that have not arrived yet, oldest first. */
  readonly waiting: readonly OutboxEntry[];
  /** Changes exactly when `graph` may have changed: for memoising what is computed from it. */
  readonly version: string;
}
