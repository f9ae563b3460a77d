import { within } from './within.ts';

/** What signing in needs of the page it runs in. */
export interface SignInPage {
  url(): string;
  replaceUrl(url: string): void;
  /** Leaves it. */
  leave(url: string): void;
  readonly local: Storage;
  /** Of this tab only. */
  readonly tab: Storage;
  /** How far this device's clock is ahead of the server's, ms; undefined when nobody can tell. */
  clockSkew(): Promise<number | undefined>;
  /** Calls when it is worth trying again: the network is back, somebody looks. Answers the way to stop. */
  whenBack(listener: () => void): () => void;
}

/** The real one. `origin` is the app's own, without a slash at the end. */
export function windowPage(origin: string): SignInPage {
  return {
    url: () => window.location.href,
    replaceUrl: (url) => window.history.replaceState(window.history.state, '', url),
    leave: (url) => window.location.assign(url),
    local: window.localStorage,
    tab: window.sessionStorage,
    clockSkew: () => clockSkew(origin),
    whenBack(listener) {
      const seen = () => document.visibilityState === 'visible' && listener();
      window.addEventListener('online', listener);
      document.addEventListener('visibilitychange', seen);
      return () => {
        window.removeEventListener('online', listener);
        document.removeEventListener('visibilitychange', seen);
      };
    }
  };
}

/** By the app's own server: a page may not read the date that another origin sends, unless that allows it. */
async function clockSkew(origin: string): Promise<number | undefined> {
  try {
    const response = await within(3000, fetch(`${origin}/client.jsonld`, { cache: 'no-store' }));
    const date = Date.parse(response.headers.get('date') ?? '');
    return Number.isNaN(date) ? undefined : Date.now() - date;
  } catch {
    // Offline: then the clock is not what is wrong, or nobody can say so.
    return undefined;
  }
}
