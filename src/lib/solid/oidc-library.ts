/**
 * The part of @inrupt/solid-client-authn-browser 5 that we lean on, and what it leaves in the page's storage. Only
 * this file and `oidc-session.ts` know of it; the rest of the house knows the port in `session.ts`.
 */
export interface OidcLibrary {
  readonly Session: new () => OidcLibrarySession;
}

export interface OidcLibrarySession {
  readonly info: { readonly isLoggedIn: boolean; readonly webId?: string };
  readonly events: { on(event: string, listener: (...args: never[]) => void): unknown };
  readonly fetch: typeof fetch;
  login(options: {
    oidcIssuer: string;
    redirectUrl: string;
    clientId: string;
    clientName: string;
  }): Promise<void>;
  handleIncomingRedirect(options: { url: string; restorePreviousSession: boolean }): Promise<unknown>;
  logout(options: { logoutType: 'app' }): Promise<void>;
}

/** Loaded when somebody signs in or was signed in: 29 kB that the first paint does not need. */
export const loadOidcLibrary = async (): Promise<OidcLibrary> => import('@inrupt/solid-client-authn-browser');

/** Which sign-in a reload should restore. */
const CURRENT_SESSION = 'solidClientAuthn:currentSession';
/** Where a silent restore began. After a failed one it stays, and the next sign-in would pass for a restore. */
const CURRENT_URL = 'solidClientAuthn:currentUrl';

/** What the library keeps in localStorage between two pages. */
export class OidcTraces {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  get hasSession(): boolean {
    return this.#storage.getItem(CURRENT_SESSION) !== null;
  }

  /** The address a silent restore was begun at, as long as its answer is not in. */
  get restoringFrom(): string | null {
    return this.#storage.getItem(CURRENT_URL);
  }

  /** Whether a sign-in with this `state` was begun in this browser. */
  began(state: string | null): boolean {
    return state !== null && this.#storage.getItem(`solidClientAuthenticationUser:${state}`) !== null;
  }

  forgetRestore(): void {
    this.#storage.removeItem(CURRENT_URL);
  }

  forgetSession(): void {
    this.#storage.removeItem(CURRENT_SESSION);
    this.forgetRestore();
  }
}
