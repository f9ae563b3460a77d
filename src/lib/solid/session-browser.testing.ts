import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import type { FakeProvider } from './fake-provider.testing.ts';
import { guardedFetch } from './guarded-fetch.ts';
import { indexedDbKeep } from './keep.ts';
import type { OidcLibrary } from './oidc-library.ts';
import { personSession } from './person-session.ts';
import { Shelf } from './shelf.testing.ts';
import type { SignInPage } from './sign-in-page.ts';
import type { Turn } from './turn.ts';

/** One at a time, like navigator.locks, which Node has not. */
export function oneByOne(): Turn {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(_: string, job: () => Promise<T>): Promise<T> => {
    const mine = last.then(job, job);
    last = mine.catch(() => undefined);
    return mine;
  };
}

export const origin = 'https://hearth.example';

/** A browser with tabs that share what a browser shares, before a provider that is no real one. */
export function browserAt(provider: FakeProvider, turn: Turn = oneByOne()) {
  const indexedDB = new IDBFactory();
  vi.stubGlobal('indexedDB', indexedDB);
  vi.stubGlobal('fetch', provider.fetch);
  const local = new Shelf();
  const library: string[] = [];

  function tab(address = `${origin}/`, tabShelf = new Shelf()) {
    const back = new Set<() => void>();
    const page: SignInPage & { at: string; left: string[] } = {
      at: address,
      left: [],
      url: () => page.at,
      replaceUrl: (to) => (page.at = to),
      leave: (to) => void page.left.push(to),
      local,
      tab: tabShelf,
      clockSkew: async () => Date.now() - provider.now(),
      whenBack: (listener) => {
        back.add(listener);
        return () => back.delete(listener);
      }
    };
    const session = personSession({
      origin,
      page,
      keep: indexedDbKeep(),
      turn,
      fetch: guardedFetch(),
      patience: 20,
      library: async (): Promise<OidcLibrary> => ({
        Session: class {
          info = { isLoggedIn: false };
          events = { on: () => undefined };
          fetch = fetch;
          login = async ({ oidcIssuer }: { oidcIssuer: string }) => void library.push(oidcIssuer);
          handleIncomingRedirect = async () => undefined;
          logout = async () => undefined;
        }
      })
    });
    /** Somebody looks at the page again, or the network is back. */
    const comeBack = () => back.forEach((listener) => listener());
    return { session, page, comeBack };
  }

  /** Through the provider's page and back: the tab that is signed in. */
  async function signedIn(returnTo = '/friends') {
    const before = tab(`${origin}/login`);
    await before.session.signIn({ issuer: provider.issuer, returnTo });
    const after = tab(provider.allow(before.page.left[0] ?? ''), before.page.tab as Shelf);
    await after.session.start();
    return after;
  }

  /** What a script of the page could read of a kept sign-in. */
  const kept = () => indexedDbKeep();
  return { tab, signedIn, local, library, kept };
}
