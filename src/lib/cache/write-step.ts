import type { CachedDocument, Transaction } from './cache.ts';
import type { Database } from './database.ts';
import { sameText } from './same-text.ts';
import { toStored, type StoredEntry } from './stored-entry.ts';
import { touched } from './touched.ts';

export interface Done {
  /** The addresses it touched. */
  readonly urls: ReadonlySet<string>;
  /** Those of `reread` that were left as they are. */
  readonly left: readonly string[];
}

/** Does all of a step or nothing. */
export async function writeStep(database: Database, step: Transaction): Promise<Done> {
  // What was written must outlive the power being cut; what can be fetched again need not wait for the disk.
  const durability = step.enqueue ? 'strict' : 'relaxed';
  const transaction = database.transaction(['documents', 'outbox'], 'readwrite', { durability });
  const [documents, outbox] = [transaction.objectStore('documents'), transaction.objectStore('outbox')];
  const known = new Map<string, StoredEntry>();
  const all: Promise<unknown>[] = [transaction.done];
  try {
    for (const id of [...(step.dequeue ?? []), ...(step.update ?? []).map((entry) => entry.id)]) {
      const entry = await outbox.get(id);
      if (entry) known.set(id, entry);
    }
    const kept: CachedDocument[] = [];
    for (const { before, after } of step.reread ?? [])
      if (sameText(before, await documents.get(after.url))) kept.push(after);
    const put = [...(step.put ?? []), ...kept];
    for (const document of put) all.push(documents.put(document));
    for (const url of step.drop ?? []) all.push(documents.delete(url));
    for (const entry of step.enqueue ?? []) all.push(outbox.add(toStored(entry)));
    for (const entry of step.update ?? []) if (known.has(entry.id)) all.push(outbox.put(toStored(entry)));
    for (const id of step.dequeue ?? []) all.push(outbox.delete(id));
    await Promise.all(all);
    return {
      urls: touched({ ...step, put }, (id) => known.get(id)),
      left: (step.reread ?? [])
        .map(({ after }) => after.url)
        .filter((url) => !kept.some((one) => one.url === url))
    };
  } catch (error) {
    abort(transaction);
    await Promise.allSettled(all);
    throw error;
  }
}

/** What could not be cloned throws before the database sees it, and would leave the rest of the step to be done. */
function abort(transaction: { abort(): void; error?: DOMException | null }): void {
  try {
    transaction.abort();
  } catch (error) {
    // It has been aborted by what failed.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}
