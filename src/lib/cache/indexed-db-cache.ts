import { deleteDB } from 'idb';
import {
  ROOM,
  type Cache,
  type CachedBlob,
  type CachedDocument,
  type OutboxEntry,
  type Transaction
} from './cache.ts';
import { openDatabase, OutdatedPage, STEPS, type Database } from './database.ts';
import { evict } from './evict.ts';
import { Listeners } from './listeners.ts';
import { fromStored } from './stored-entry.ts';
import { isOnlyWritten } from './touched.ts';
import { withRoom } from './with-room.ts';
import { writeStep } from './write-step.ts';
import { Tabs, type Change } from './tabs.ts';

/**
 * Opens one person's memory on this device; each name is a database of its own. Rejects with StorageRefused, and with
 * OutdatedPage when a newer version of the app has been here. That may happen later, too: `outdated` is told.
 */
export async function openCache(
  name: string,
  { steps = STEPS, outdated = () => {} }: { steps?: typeof STEPS; outdated?: () => void } = {}
): Promise<Cache> {
  const cache = new IndexedDbCache(`hearth ${name}`, steps, outdated);
  await cache.open();
  return cache;
}

/** When the browser has no room left, what somebody writes is worth more than all that can be fetched again. */
const NO_BLOBS = { documents: Infinity, blobs: 0 };
const NOTHING = { documents: 0, blobs: 0 };

class IndexedDbCache implements Cache {
  readonly #name: string;
  readonly #steps: typeof STEPS;
  readonly #outdated: () => void;
  readonly #listeners = new Listeners();
  readonly #tabs: Tabs;
  #opened: Promise<Database> | undefined;
  /** Kept, because every view needs it; another tab's changes make it unknown again. */
  #outbox: Promise<readonly OutboxEntry[]> | undefined;
  #closed = false;

  constructor(name: string, steps: typeof STEPS, outdated: () => void) {
    this.#name = name;
    this.#steps = steps;
    this.#outdated = outdated;
    this.#tabs = new Tabs(name, (change) => this.#changed(change));
  }

  /** The connection; made anew when it was lost. */
  open(): Promise<Database> {
    if (this.#closed) return Promise.reject(new Error('This cache is closed.'));
    if (!this.#opened) {
      const opened = openDatabase(this.#name, () => (this.#opened = undefined), this.#steps);
      opened.catch((error: unknown) => {
        this.#opened = undefined;
        if (error instanceof OutdatedPage) this.#outdated();
      });
      this.#opened = opened;
    }
    return this.#opened;
  }

  async document(url: string): Promise<CachedDocument | undefined> {
    return (await this.open()).get('documents', url);
  }

  outbox(fresh = false): Promise<readonly OutboxEntry[]> {
    const known = this.#outbox;
    if (known && !fresh) return known;
    // In the order of the keys, which is that of the ids.
    const read = this.open().then(async (database) => (await database.getAll('outbox')).map(fromStored));
    // Whoever makes do with what is known does not wait for this.
    if (!known) this.#outbox = read;
    const kept = (instead: typeof known, by: typeof known) => {
      if (this.#outbox === instead) this.#outbox = by;
    };
    read.then(
      () => known && kept(known, read),
      () => kept(read, undefined)
    );
    return read;
  }

  async commit(step: Transaction): Promise<readonly string[]> {
    const before = this.#outbox;
    const { urls, left } = await this.#withRoom(async () => writeStep(await this.open(), step));
    const outbox = Boolean(step.enqueue || step.update || step.dequeue);
    // What only came here just now is known without reading, unless something else was heard of meanwhile.
    const isOurs = isOnlyWritten(step);
    const after =
      isOurs && before === this.#outbox
        ? before?.then((all) => inOrder([...all, ...step.enqueue!]))
        : undefined;
    if (urls.size > 0) this.#tell({ urls, outbox }, isOurs, after);
    return left;
  }

  async note(key: string): Promise<unknown> {
    return (await this.open()).get('notes', key);
  }

  async setNote(key: string, value: unknown): Promise<void> {
    const database = await this.open();
    if (value === undefined) await database.delete('notes', key);
    else await this.#withRoom(() => database.put('notes', value, key));
  }

  async noteKeys(prefix: string): Promise<string[]> {
    // U+FFFF is no character, so it stands after every key that goes on.
    return (await this.open()).getAllKeys('notes', IDBKeyRange.bound(prefix, `${prefix}\uffff`));
  }

  async blob(url: string): Promise<CachedBlob | undefined> {
    return (await this.open()).get('blobs', url);
  }

  async setBlob(url: string, kept: Omit<CachedBlob, 'url'> | undefined): Promise<void> {
    const database = await this.open();
    if (kept) await this.#withRoom(() => database.put('blobs', { ...kept, url }));
    else await database.delete('blobs', url);
  }

  async evict(room = ROOM): Promise<number> {
    const { documents, blobs } = await evict(await this.open(), room);
    if (documents.length) this.#tell({ urls: new Set(documents), outbox: false }, false);
    return documents.length + blobs.length;
  }

  subscribe(listener: Parameters<Cache['subscribe']>[0]): () => void {
    return this.#listeners.add(listener);
  }

  async wipe(): Promise<void> {
    const database = await this.open();
    const all = database.transaction(['documents', 'outbox', 'notes', 'blobs'], 'readwrite');
    const [documents, entries] = await Promise.all([
      all.objectStore('documents').getAllKeys(),
      all.objectStore('outbox').getAll(),
      all.objectStore('documents').clear(),
      all.objectStore('outbox').clear(),
      all.objectStore('notes').clear(),
      all.objectStore('blobs').clear(),
      all.done
    ]);
    database.close();
    this.#opened = undefined;
    // The name speaks too. A tab that is frozen may hold it open: then it goes as soon as that one wakes or ends.
    await new Promise<void>((resolve, reject) => {
      deleteDB(this.#name, { blocked: () => resolve() }).then(resolve, reject);
    });
    this.#tell(
      { urls: new Set([...documents, ...entries.map((entry) => entry.document)]), outbox: true },
      false
    );
  }

  close(): void {
    this.#closed = true;
    this.#tabs.close();
    this.#opened?.then(
      (database) => database.close(),
      () => {} // told to whoever opened it
    );
  }

  readonly #withRoom = <T>(work: () => Promise<T>): Promise<T> =>
    withRoom(work, [() => this.evict(NO_BLOBS), () => this.evict(NOTHING)]);

  #tell(change: Change, isOurs: boolean, outbox?: Promise<readonly OutboxEntry[]>): void {
    this.#tabs.tell(change);
    this.#changed(change, isOurs, outbox);
  }

  #changed(change: Change, isOurs = false, outbox?: Promise<readonly OutboxEntry[]>): void {
    if (change.outbox) this.#outbox = outbox;
    this.#listeners.tell(change.urls, isOurs);
  }
}

const inOrder = (entries: readonly OutboxEntry[]): readonly OutboxEntry[] =>
  [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
