import { deleteDB } from 'idb';
import type { Cache, CachedDocument, OutboxEntry, Transaction } from './cache.ts';
import { openDatabase, STEPS, type Database } from './database.ts';
import { Listeners } from './listeners.ts';
import { fromStored, toStored, type StoredEntry } from './stored-entry.ts';
import { Tabs, type Change } from './tabs.ts';
import { touched } from './touched.ts';

/**
 * Opens one person's memory on this device; each name is a database of its own. Rejects when the browser refuses
 * storage, and with OutdatedPage when a newer version of the app has been here.
 */
export async function openCache(name: string, steps = STEPS): Promise<Cache> {
  const cache = new IndexedDbCache(`hearth ${name}`, steps);
  await cache.open();
  return cache;
}

class IndexedDbCache implements Cache {
  readonly #name: string;
  readonly #steps: typeof STEPS;
  readonly #listeners = new Listeners();
  readonly #tabs: Tabs;
  #opened: Promise<Database> | undefined;
  /** Kept, because every view needs it; another tab's changes make it unknown again. */
  #outbox: Promise<readonly OutboxEntry[]> | undefined;
  #closed = false;

  constructor(name: string, steps: typeof STEPS) {
    this.#name = name;
    this.#steps = steps;
    this.#tabs = new Tabs(name, (change) => this.#changed(change));
  }

  /** The connection; made anew when it was lost. */
  open(): Promise<Database> {
    if (this.#closed) return Promise.reject(new Error('This cache is closed.'));
    if (!this.#opened) {
      const opened = openDatabase(this.#name, () => (this.#opened = undefined), this.#steps);
      opened.catch(() => (this.#opened = undefined));
      this.#opened = opened;
    }
    return this.#opened;
  }

  async document(url: string): Promise<CachedDocument | undefined> {
    return (await this.open()).get('documents', url);
  }

  outbox(): Promise<readonly OutboxEntry[]> {
    if (!this.#outbox) {
      // In the order of the keys, which is that of the ids.
      const read = this.open().then(async (database) => (await database.getAll('outbox')).map(fromStored));
      read.catch(() => this.#outbox === read && (this.#outbox = undefined));
      this.#outbox = read;
    }
    return this.#outbox;
  }

  async commit(step: Transaction): Promise<void> {
    const urls = await write(await this.open(), step);
    if (urls.size === 0) return;
    const change = { urls, outbox: Boolean(step.enqueue || step.update || step.dequeue) };
    this.#tabs.tell(change);
    this.#changed(change);
  }

  async note(key: string): Promise<unknown> {
    return (await this.open()).get('notes', key);
  }

  async setNote(key: string, value: unknown): Promise<void> {
    const database = await this.open();
    if (value === undefined) await database.delete('notes', key);
    else await database.put('notes', value, key);
  }

  subscribe(listener: (urls: ReadonlySet<string>) => void): () => void {
    return this.#listeners.add(listener);
  }

  async wipe(): Promise<void> {
    const database = await this.open();
    const all = database.transaction(['documents', 'outbox', 'notes'], 'readwrite');
    const [documents, entries] = await Promise.all([
      all.objectStore('documents').getAllKeys(),
      all.objectStore('outbox').getAll(),
      all.objectStore('documents').clear(),
      all.objectStore('outbox').clear(),
      all.objectStore('notes').clear(),
      all.done
    ]);
    database.close();
    this.#opened = undefined;
    // The name speaks too. A tab that is frozen may hold it open: then it goes as soon as that one wakes or ends.
    await new Promise<void>((resolve, reject) => {
      deleteDB(this.#name, { blocked: () => resolve() }).then(resolve, reject);
    });
    const change = { urls: new Set([...documents, ...entries.map((entry) => entry.document)]), outbox: true };
    this.#tabs.tell(change);
    this.#changed(change);
  }

  close(): void {
    this.#closed = true;
    this.#tabs.close();
    this.#opened?.then(
      (database) => database.close(),
      () => {} // told to whoever opened it
    );
  }

  #changed({ urls, outbox }: Change): void {
    if (outbox) this.#outbox = undefined;
    this.#listeners.tell(urls);
  }
}

/** Does all of a step or nothing; answers which addresses it touched. */
async function write(database: Database, step: Transaction): Promise<ReadonlySet<string>> {
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
