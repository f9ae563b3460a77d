import type { OutboxEntry } from './cache.ts';

const indexes = new WeakMap<readonly OutboxEntry[], ReadonlyMap<string, readonly OutboxEntry[]>>();

/** The entries for one document, oldest first. An outbox is sorted out once, however many documents are read. */
export function waitingFor(outbox: readonly OutboxEntry[], url: string): readonly OutboxEntry[] {
  let index = indexes.get(outbox);
  if (!index) {
    const fresh = new Map<string, OutboxEntry[]>();
    for (const entry of outbox) fresh.set(entry.document, [...(fresh.get(entry.document) ?? []), entry]);
    indexes.set(outbox, (index = fresh));
  }
  return index.get(url) ?? [];
}
