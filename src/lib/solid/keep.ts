import type { ProviderSettings } from './provider-settings.ts';

/** What is needed to go on being signed in on this device. */
export interface KeptSignIn {
  readonly webId: string;
  readonly issuer: string;
  readonly provider: ProviderSettings;
  /** Bound to the key beside it: of no use elsewhere. Missing where the provider gives none. */
  readonly refresh?: string | undefined;
  /** Shared by all tabs. `until` and `since` in milliseconds since 1970 by this device's clock. */
  readonly access?: { readonly token: string; readonly since: number; readonly until: number } | undefined;
  /** How far this device's clock was ahead of the provider's, ms. */
  readonly skew: number;
  /** The provider does not accept it any more: the person has to sign in. */
  readonly ended?: 'expired' | 'revoked' | undefined;
}

/** Where a sign-in is kept. One per device; everything rejects where the browser keeps nothing. */
export interface Keep {
  signIn(): Promise<KeptSignIn | undefined>;
  write(kept: KeptSignIn): Promise<void>;
  /** Writes only where nobody signed out or in meanwhile: `false` then. */
  replace(before: KeptSignIn, after: KeptSignIn): Promise<boolean>;
  key(): Promise<CryptoKeyPair | undefined>;
  setKey(key: CryptoKeyPair): Promise<void>;
  forget(): Promise<void>;
}

const STORE = 'kept';
const SIGN_IN = 'sign-in';
const KEY = 'key';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser did not keep it'));
  });

/**
 * In IndexedDB, because only there can a key lie that cannot be read out; in a database of its own, which only this
 * file opens. (By hand: `idb` is the cache's door, and this is three requests.)
 */
export function indexedDbKeep(name = 'hearth-session'): Keep {
  let opening: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> => {
    opening ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onerror = () => reject(request.error ?? new Error('IndexedDB does not open'));
      request.onsuccess = () => {
        // Whoever wipes the device's memory must not wait for this page.
        request.result.onversionchange = () => {
          request.result.close();
          opening = undefined;
        };
        resolve(request.result);
      };
    });
    return opening;
  };
  const store = async (mode: IDBTransactionMode) =>
    (await open()).transaction(STORE, mode).objectStore(STORE);
  return {
    signIn: async () => done<KeptSignIn | undefined>((await store('readonly')).get(SIGN_IN)),
    write: async (kept) => void (await done((await store('readwrite')).put(kept, SIGN_IN))),
    async replace(before, after) {
      // One transaction: nothing can happen between the look and the write (Indexed DB 3.0, 2.7).
      const shelf = await store('readwrite');
      const now = await done<KeptSignIn | undefined>(shelf.get(SIGN_IN));
      if (now?.webId !== before.webId || now.refresh !== before.refresh) return false;
      await done(shelf.put(after, SIGN_IN));
      return true;
    },
    key: async () => done<CryptoKeyPair | undefined>((await store('readonly')).get(KEY)),
    setKey: async (key) => void (await done((await store('readwrite')).put(key, KEY))),
    forget: async () => void (await done((await store('readwrite')).clear()))
  };
}
