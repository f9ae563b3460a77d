import {
  ROOM,
  type Cache,
  type CachedBlob,
  type CachedDocument,
  type OutboxEntry,
  type Transaction
} from './cache.ts';
import { evictable } from './evictable.ts';
import { leastUsed } from './least-used.ts';
import { sameText } from './same-text.ts';
import { Listeners } from './listeners.ts';
import { isOnlyWritten, touched } from './touched.ts';

/** A cache that lives as long as the page: for tests, the bench, and browsers that refuse IndexedDB. */
export function memoryCache(): Cache {
  return new MemoryCache();
}

class MemoryCache implements Cache {
  readonly #documents = new Map<string, CachedDocument>();
  readonly #entries = new Map<string, OutboxEntry>();
  readonly #notes = new Map<string, unknown>();
  readonly #blobs = new Map<string, CachedBlob>();
  readonly #listeners = new Listeners();
  #outbox: readonly OutboxEntry[] | undefined;

  async document(url: string): Promise<CachedDocument | undefined> {
    return this.#documents.get(url);
  }

  async outbox(): Promise<readonly OutboxEntry[]> {
    this.#outbox ??= [...this.#entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return this.#outbox;
  }

  async commit(given: Transaction): Promise<readonly string[]> {
    const reread = given.reread ?? [];
    const kept = reread.filter(({ before, after }) => sameText(before, this.#documents.get(after.url)));
    const step = { ...given, put: [...(given.put ?? []), ...kept.map(({ after }) => after)] };
    const taken = step.enqueue?.find((entry) => this.#entries.has(entry.id));
    if (taken) throw new Error(`There is an entry ${taken.id} already.`);
    // As IndexedDB would: what cannot be cloned cannot be stored. Statements lie there in another form.
    structuredClone([step.put, step.drop, step.dequeue]);
    const urls = touched(step, (id) => this.#entries.get(id));
    for (const document of step.put) this.#documents.set(document.url, document);
    for (const url of step.drop ?? []) this.#documents.delete(url);
    for (const entry of step.enqueue ?? []) this.#entries.set(entry.id, entry);
    for (const entry of step.update ?? [])
      if (this.#entries.has(entry.id)) this.#entries.set(entry.id, entry);
    for (const id of step.dequeue ?? []) this.#entries.delete(id);
    if (step.enqueue || step.update || step.dequeue) this.#outbox = undefined;
    this.#listeners.tell(urls, isOnlyWritten(given));
    return reread.filter((one) => !kept.includes(one)).map(({ after }) => after.url);
  }

  async note(key: string): Promise<unknown> {
    return structuredClone(this.#notes.get(key));
  }

  async noteKeys(prefix: string): Promise<string[]> {
    return [...this.#notes.keys()].filter((key) => key.startsWith(prefix));
  }

  async setNote(key: string, value: unknown): Promise<void> {
    // Cloned, so that what IndexedDB could not store fails here too.
    if (value === undefined) this.#notes.delete(key);
    else this.#notes.set(key, structuredClone(value));
  }

  async blob(url: string): Promise<CachedBlob | undefined> {
    return this.#blobs.get(url);
  }

  async setBlob(url: string, kept: Omit<CachedBlob, 'url'> | undefined): Promise<void> {
    if (kept) this.#blobs.set(url, { ...kept, url });
    else this.#blobs.delete(url);
  }

  async evict(room = ROOM): Promise<number> {
    const waiting = new Set((await this.outbox()).map((entry) => entry.document));
    const documents = [...this.#documents.values()].filter((one) => !waiting.has(one.url));
    const drop = leastUsed(documents.map(evictable.document), room.documents);
    const blobs = leastUsed([...this.#blobs.values()].map(evictable.blob), room.blobs);
    for (const url of blobs) this.#blobs.delete(url);
    if (drop.length) await this.commit({ drop });
    return drop.length + blobs.length;
  }

  subscribe(listener: Parameters<Cache['subscribe']>[0]): () => void {
    return this.#listeners.add(listener);
  }

  async wipe(): Promise<void> {
    const urls = new Set(this.#documents.keys());
    for (const entry of this.#entries.values()) urls.add(entry.document);
    this.#documents.clear();
    this.#entries.clear();
    this.#notes.clear();
    this.#blobs.clear();
    this.#outbox = undefined;
    this.#listeners.tell(urls);
  }

  close(): void {}
}
