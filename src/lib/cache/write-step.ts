import type { Transaction } from './cache.ts';
import type { Database } from './database.ts';
import { toStored, type StoredEntry } from './stored-entry.ts';
import { touched } from './touched.ts';

/** Does all of a step or nothing; answers which addresses it touched. */
export async function writeStep(database: Database, step: Transaction): Promise<ReadonlySet<string>> {
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
    for (const document of step.put ?? []) all.push(documents.put(document));
    for (const url of step.drop ?? []) all.push(documents.delete(url));
    for (const entry of step.enqueue ?? []) all.push(outbox.add(toStored(entry)));
    for (const entry of step.update ?? []) if (known.has(entry.id)) all.push(outbox.put(toStored(entry)));
    for (const id of step.dequeue ?? []) all.push(outbox.delete(id));
    await Promise.all(all);
    return touched(step, (id) => known.get(id));
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
