import type { Room } from './cache.ts';
import type { Database, Schema } from './database.ts';
import { evictable } from './evictable.ts';
import { leastUsed, type Fetchable } from './least-used.ts';

/** Throws away what was of use longest ago until the rest fits; answers the addresses of what went. */
export async function evict(
  database: Database,
  room: Room
): Promise<{ documents: readonly string[]; blobs: readonly string[] }> {
  const documents = leastUsed(await weigh(database, 'documents', evictable.document), room.documents);
  const blobs = leastUsed(await weigh(database, 'blobs', evictable.blob), room.blobs);
  if (documents.length + blobs.length === 0) return { documents, blobs };
  const all = database.transaction(['documents', 'outbox', 'blobs'], 'readwrite');
  // Looked up within the step: something may have been written since.
  const waiting = new Set((await all.objectStore('outbox').getAll()).map((entry) => entry.document));
  const gone = documents.filter((url) => !waiting.has(url));
  await Promise.all([
    ...gone.map((url) => all.objectStore('documents').delete(url)),
    ...blobs.map((url) => all.objectStore('blobs').delete(url)),
    all.done
  ]);
  return { documents: gone, blobs };
}

/** One by one, so that the whole memory of a device is never in that of the page. */
async function weigh<Name extends 'documents' | 'blobs'>(
  database: Database,
  name: Name,
  weight: (value: Schema[Name]['value']) => Fetchable
): Promise<Fetchable[]> {
  const all: Fetchable[] = [];
  for (let at = await database.transaction(name).store.openCursor(); at; at = await at.continue()) {
    all.push(weight(at.value));
  }
  return all;
}
