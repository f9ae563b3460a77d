import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { CachedBlob, CachedDocument } from './cache.ts';
import type { StoredEntry } from './stored-entry.ts';

export interface Schema extends DBSchema {
  documents: { key: string; value: CachedDocument };
  outbox: { key: string; value: StoredEntry };
  notes: { key: string; value: unknown };
  blobs: { key: string; value: CachedBlob };
}

export type Database = IDBPDatabase<Schema>;

/** One step from a version to the next. It may read and write in the transaction it gets, and await nothing else. */
export type Step = (
  database: Database,
  transaction: IDBPTransaction<Schema, ('documents' | 'outbox' | 'notes' | 'blobs')[], 'versionchange'>
) => void | Promise<void>;

/** The n-th step leads to version n. Steps are only ever added: what waits unsent on somebody's device must survive. */
export const STEPS: readonly Step[] = [
  (database) => {
    database.createObjectStore('documents', { keyPath: 'url' });
    database.createObjectStore('outbox', { keyPath: 'id' });
    database.createObjectStore('notes');
  },
  (database) => void database.createObjectStore('blobs', { keyPath: 'url' })
];

/** A newer page has brought the database to a form that this one does not know: it has to be loaded again. */
export class OutdatedPage extends Error {
  readonly problem = { kind: 'outdated', detail: 'Another tab runs a newer version of this page.' };
  constructor() {
    super('Another tab runs a newer version of this page. Load it again; nothing is lost.');
    this.name = 'OutdatedPage';
  }
}

/** The browser gives no memory here: a private window, its settings, a broken disk. */
export class StorageRefused extends Error {
  constructor(cause?: unknown) {
    super('This browser keeps nothing.', { cause });
    this.name = 'StorageRefused';
  }
}

/**
 * Opens or creates a database and brings it to the newest version. `lost` is called when the connection ends by
 * itself: another tab needs it to (a newer version, "forget this device"), or the browser threw it away. Throws
 * OutdatedPage, StorageRefused, or what a step threw.
 */
export async function openDatabase(name: string, lost: () => void, steps = STEPS): Promise<Database> {
  let failure: unknown;
  if (!(globalThis.indexedDB as IDBFactory | undefined)) throw new StorageRefused();
  try {
    const database = await openDB<Schema>(name, steps.length, {
      async upgrade(upgraded, from, _to, transaction) {
        try {
          for (const step of steps.slice(from)) await step(upgraded, transaction);
        } catch (error) {
          // Otherwise half a step would count as done.
          failure = error;
          transaction.done.catch(() => {}); // told by openDB
          transaction.abort();
        }
      },
      blocking() {
        database.close();
        lost();
      },
      terminated: lost
    });
    return database;
  } catch (error) {
    if (failure !== undefined) throw failure;
    if (!(error instanceof DOMException)) throw error;
    throw error.name === 'VersionError' ? new OutdatedPage() : new StorageRefused(error);
  }
}
