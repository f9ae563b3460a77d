import type { Quad } from '#lib/rdf/terms.ts';

export type DocumentState =
  | 'fresh' // as of `seen`
  | 'stale' // known to be older than what the server has, or written by us since
  | 'missing' // the server says: nothing there
  | 'forbidden' // the server says: not for you
  | 'broken'; // not usable: unreachable, not Turtle, too large ... (`detail` says what)

/** What the network last said of a document. Only sync/ writes these. */
export interface CachedDocument {
  readonly url: string;
  readonly etag?: string | undefined;
  /** Turtle as the server gave it; kept when a later read fails. Empty when there never was one. */
  readonly turtle: string;
  /** When the server last confirmed it, milliseconds since 1970. 0 = never. */
  readonly seen: number;
  /** When we last asked, milliseconds since 1970. */
  readonly asked: number;
  readonly state: DocumentState;
  /** Kind and detail of the last problem, for quiet notes and "look underneath". */
  readonly problem?:
    { readonly kind: string; readonly detail: string; readonly status?: number | undefined } | undefined;
  /** True when reading it needs a token. */
  readonly restricted?: boolean | undefined;
  /** True when the Turtle is known to be well formed, so that a view need not parse it to say so. */
  readonly checked?: boolean | undefined;
  /** Where it was found in the end, when the server sent us on: relative addresses in the Turtle start there (RFC 3986, 5.1.3). */
  readonly base?: string | undefined;
}

/** What should be true in a space: meaning, not HTTP. */
export type Intent =
  | {
      readonly kind: 'patch';
      readonly insert: readonly Quad[];
      readonly delete: readonly Quad[];
      /** What of it two devices may have changed at the same time, and only one can stand. */
      readonly single?: readonly Single[] | undefined;
    }
  /** Created once at an address we minted; something already there is left alone and counts as done. */
  | { readonly kind: 'create'; readonly body: string | Blob; readonly contentType: string }
  | { readonly kind: 'replace'; readonly body: string | Blob; readonly contentType: string }
  | { readonly kind: 'remove' }
  | { readonly kind: 'access'; readonly access: AccessRule }
  /** A message to the inbox at `document`. */
  | { readonly kind: 'send'; readonly turtle: string };

/** Values that belong together, of which a thing has one set: the newer wins whole (`weigh.ts`). */
export interface Single {
  readonly subject: string;
  /** The first is what a person wrote: that is kept when it loses. */
  readonly predicates: readonly string[];
  /** All that is said of the subject goes where these go: a deletion, or a description that repeats another document. */
  readonly whole?: boolean;
  /** What was said of it when the change was made. */
  readonly from: readonly Quad[];
  /** When it was changed, milliseconds since 1970, as the change itself says it. */
  readonly at: number;
}

/** The same form as solid/pod.ts `Access`: this room must not look into that one. */
export interface AccessRule {
  readonly owner: readonly string[];
  readonly everyone: readonly ('read' | 'append' | 'write' | 'control')[];
  readonly signedIn: readonly ('read' | 'append' | 'write' | 'control')[];
  readonly people: Readonly<Record<string, readonly ('read' | 'append' | 'write' | 'control')[]>>;
  readonly appendWithin?: boolean | undefined;
}

export interface OutboxEntry {
  /** ULID: entries sort by time of writing. */
  readonly id: string;
  readonly document: string;
  readonly intent: Intent;
  /** Ids of entries that must be done first (access before content, content before the message about it). */
  readonly after: readonly string[];
  readonly tries: number;
  /** Not before, milliseconds since 1970. */
  readonly nextAt: number;
  /** Set when it stopped: refused for good until the person decides (retry, give up). */
  readonly problem?:
    { readonly kind: string; readonly detail: string; readonly status?: number | undefined } | undefined;
  /** Why the last try failed, while it goes on trying ("Anna's space is not answering"). */
  readonly trouble?:
    { readonly kind: string; readonly detail: string; readonly status?: number | undefined } | undefined;
  /** What it is, in plain words, for the list of what waits: "Post to friends". */
  readonly label: string;
  /** Entries of one thing that a person did, for which several documents change, share this. */
  readonly group?: string | undefined;
}

/** A picture or file as the network last gave it. It can be fetched again, so it may be thrown away. */
export interface CachedBlob {
  readonly url: string;
  readonly blob: Blob;
  /** When the server gave it, milliseconds since 1970. */
  readonly seen: number;
  /** When somebody last looked at it (to the day), milliseconds since 1970. */
  readonly used: number;
}

/** How much may be kept of what can be fetched again, in bytes. */
export interface Room {
  readonly documents: number;
  readonly blobs: number;
}

/** Years of thirty friends' posts, and some hundred pictures; far below what browsers grant. */
export const ROOM: Room = { documents: 100_000_000, blobs: 60_000_000 };

/** A document before and after it was asked for. */
export interface Reread {
  readonly before: CachedDocument | undefined;
  readonly after: CachedDocument;
}

/** One step, all or nothing. */
export interface Transaction {
  readonly put?: readonly CachedDocument[];
  /** Documents just read: each is put only if what lies here still says what it said when the reading began. */
  readonly reread?: readonly Reread[];
  readonly drop?: readonly string[];
  readonly enqueue?: readonly OutboxEntry[];
  readonly update?: readonly OutboxEntry[];
  readonly dequeue?: readonly string[];
}

/**
 * One person's memory on one device. Two implementations, one contract suite: IndexedDB and memory.
 * `changes` also fires for changes made in other tabs.
 */
export interface Cache {
  document(url: string): Promise<CachedDocument | undefined>;
  /**
   * What waits, oldest first. `fresh`: as it lies on the device now; without it another tab's last step may be missing,
   * if its word has not come yet.
   */
  outbox(fresh?: boolean): Promise<readonly OutboxEntry[]>;
  /** Answers the addresses of `reread` that were left as they are: something of ours came first. */
  commit(transaction: Transaction): Promise<readonly string[]>;
  /** Small derived or private values that can be lost without harm, except `draft:` and `lost:` keys. Structured-cloneable. */
  note(key: string): Promise<unknown>;
  setNote(key: string, value: unknown): Promise<void>;
  /** The keys of the notes that begin so. */
  noteKeys(prefix: string): Promise<string[]>;
  blob(url: string): Promise<CachedBlob | undefined>;
  setBlob(url: string, kept: Omit<CachedBlob, 'url'> | undefined): Promise<void>;
  /**
   * Throws away documents and blobs that were of use longest ago until the rest fits. Never what waits to be sent, nor
   * the document it will change. Answers how many went.
   */
  evict(room?: Room): Promise<number>;
  /**
   * Called with the addresses whose document or outbox entries changed, and whether that is only what somebody wrote here;
   * answers the way to stop.
   */
  subscribe(listener: (urls: ReadonlySet<string>, isOurs: boolean) => void): () => void;
  /** Forgets everything on this device. */
  wipe(): Promise<void>;
  close(): void;
}
