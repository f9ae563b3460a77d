import { describe, expect, it } from 'vitest';
import type { GuardedFetch } from './guarded-fetch.ts';
import type { OidcLibrary, OidcLibrarySession } from './oidc-library.ts';
import { oidcSession } from './oidc-session.ts';
import { Shelf } from './shelf.testing.ts';
import type { SignInPage } from './sign-in-page.ts';

// The browser story with a real provider is in e2e/. Here: what we make of everything the library and the provider
// can come back with.
const origin = 'https://hearth.example';
const issuer = 'https://pods.example/';
const webId = 'https://pods.example/anna/profile/card#me';
const callback = `${origin}/auth/callback`;

interface Script {
  /** What the card says; null: it cannot be read. */
  card?: string | null;
  /** What the library does with the answer. */
  answer?: (library: {
    info: { isLoggedIn: boolean; webId?: string };
    fail(...args: unknown[]): void;
  }) => Promise<void>;
  login?: () => Promise<void>;
  /** ms */
  skew?: number;
}

function stage(url: string, script: Script = {}) {
  const page: SignInPage & { at: string } = {
    at: url,
    url: () => page.at,
    replaceUrl: (to) => (page.at = to),
    leave: () => undefined,
    whenBack: () => () => undefined,
    local: new Shelf(),
    tab: new Shelf(),
    clockSkew: async () => script.skew
  };
  const said: Record<string, unknown[]> = { login: [], logout: [], redirect: [] };
  const listeners: Record<string, ((...args: never[]) => void)[]> = {};
  class Library implements OidcLibrarySession {
    info: { isLoggedIn: boolean; webId?: string } = { isLoggedIn: false };
    events = {
      on: (event: string, listener: (...args: never[]) => void) => (listeners[event] ??= []).push(listener)
    };
    fetch: typeof fetch = async () => new Response('as anna');
    fail = (...args: unknown[]) => listeners['error']?.forEach((listener) => listener(...(args as never[])));
    login = async (options: unknown) => {
      said['login']!.push(options);
      await script.login?.();
      await new Promise(() => undefined);
    };
    logout = async () => void said['logout']!.push(true);
    handleIncomingRedirect = async (options: unknown) => {
      said['redirect']!.push(options);
      await (script.answer ?? (async (library) => void (library.info = { isLoggedIn: true, webId })))(this);
    };
  }
  const read = async (): Promise<Response> => {
    if (script.card === null) throw new TypeError('no network');
    const card = script.card ?? `<${webId}> <http://www.w3.org/ns/solid/terms#oidcIssuer> <${issuer}>.`;
    return new Response(card, { headers: { 'content-type': 'text/turtle' } });
  };
  const guarded: GuardedFetch = Object.assign(read, { log: [] });
  const library = async (): Promise<OidcLibrary> => ({ Session: Library });
  const session = oidcSession({ origin, page, fetch: guarded, library, patience: 50 });
  const emit = (event: string) => listeners[event]?.forEach((listener) => listener());
  return { session, page, said, emit };
}

/** A page that the provider has sent the person back to. */
function answered(script: Script = {}, query = `code=c&state=s&iss=${encodeURIComponent(issuer)}`) {
  const it = stage(`${callback}?${query}`, script);
  it.page.local.setItem('solidClientAuthenticationUser:s', '{}');
  it.page.tab.setItem('hearth:sign-in', JSON.stringify({ issuer, returnTo: '/friends' }));
  return it;
}

describe('starting', () => {
  it('is out at once where nobody was signed in, without loading anything', async () => {
    const { session, said } = stage(`${origin}/`);
    expect(session.state).toBe('restoring');
    await session.start();
    expect([session.state, session.problem, said['redirect']]).toEqual(['out', undefined, []]);
  });

  it('takes a good answer, and knows where the person wanted to be', async () => {
    const { session, page } = answered();
    const states: string[] = [];
    session.subscribe(() => states.push(session.state));
    await session.start();
    expect(session).toMatchObject({ state: 'in', webId, issuer, returnTo: '/friends' });
    expect(states).toEqual(['restoring', 'in']);
    expect(await (await session.fetch('https://pods.example/')).text()).toBe('as anna');
    expect(page.tab.getItem('hearth:sign-in')).toBeNull();
  });

  it.each([
    ['error=access_denied&error_description=no', 'cancelled'],
    ['error=login_required', 'expired'],
    ['error=consent_required', 'expired'],
    ['error=interaction_required', 'expired'],
    ['error=server_error', 'provider-down'],
    ['error=temporarily_unavailable', 'provider-down'],
    ['error=invalid_request', 'other'],
    ['code=c&state=foreign', 'state-mismatch'],
    ['code=c', 'state-mismatch']
  ])('with the answer %s is out: %s', async (query, kind) => {
    const { session, page, said } = answered({}, query);
    page.local.setItem('solidClientAuthn:currentUrl', `${origin}/home`);
    await session.start();
    expect(session).toMatchObject({ state: 'out', problem: { kind }, webId: undefined });
    expect(said['redirect']).toEqual([]);
    // The trap of authn-browser 5: what a failed restore leaves would break the next sign-in.
    expect(page.local.getItem('solidClientAuthn:currentUrl')).toBeNull();
    expect(page.at).toBe(callback);
  });

  it.each<[string, Script, string]>([
    [
      'the card names another provider',
      { card: `<${webId}> <http://www.w3.org/ns/solid/terms#oidcIssuer> <https://other.example/>.` },
      'issuer-not-listed'
    ],
    [
      'the card speaks of somebody else',
      { card: `<#you> <http://www.w3.org/ns/solid/terms#oidcIssuer> <${issuer}>.` },
      'issuer-not-listed'
    ],
    ['the card cannot be read', { card: null }, 'provider-down'],
    ['the card is no Turtle', { card: 'hello' }, 'provider-down'],
    [
      'the provider is gone',
      { answer: async () => Promise.reject(new TypeError('fetch failed')) },
      'provider-down'
    ],
    ['the provider never answers', { answer: () => new Promise(() => undefined) }, 'provider-down'],
    ['the library fails', { answer: async () => Promise.reject(new Error('no such key')) }, 'other'],
    ['the clock is wrong', { answer: async () => Promise.reject(new Error('no')), skew: -300_000 }, 'clock'],
    [
      'the library says so by an event',
      { answer: async (library) => library.fail('redirect', new Error('wrong iss')) },
      'other'
    ]
  ])('when %s, is out', async (_, script, kind) => {
    const { session } = answered(script);
    await session.start();
    expect(session).toMatchObject({
      state: 'out',
      problem: { kind },
      webId: undefined,
      returnTo: '/friends'
    });
    expect(session.fetch).not.toBeUndefined();
  });

  it('signs out of a provider that vouches for an address that does not name it', async () => {
    const { session, said } = answered({ card: `<${webId}> a <#Person>.` });
    await session.start();
    expect(said['logout']).toEqual([true]);
    expect(session.problem?.detail).toContain(issuer);
  });

  it('forgives a slash at the end of the provider', async () => {
    const { session } = answered({
      card: `<${webId}> <http://www.w3.org/ns/solid/terms#oidcIssuer> <https://pods.example>.`
    });
    await session.start();
    expect(session.state).toBe('in');
  });

  it('does not go where somebody else wants the person to be', async () => {
    const { session, page } = answered();
    page.tab.setItem('hearth:sign-in', JSON.stringify({ issuer, returnTo: '//evil.example/' }));
    await session.start();
    expect(session.returnTo).toBe('/');
  });
});

describe('restoring', () => {
  it('leaves for the provider, and keeps what it needs to try again when that is down', async () => {
    const { session, page, said } = stage(`${origin}/home`, {
      answer: async () => Promise.reject(new TypeError('no'))
    });
    page.local.setItem('solidClientAuthn:currentSession', 'id');
    await session.start();
    expect(said['redirect']).toEqual([{ url: `${origin}/home`, restorePreviousSession: true }]);
    expect(session).toMatchObject({ state: 'out', problem: { kind: 'provider-down' } });
    expect(page.local.getItem('solidClientAuthn:currentSession')).toBe('id');
    await session.start();
    expect(said['redirect']).toHaveLength(2);
  });

  it('comes back to the page it left', async () => {
    const { session, page } = answered();
    page.tab.clear();
    page.local.setItem('solidClientAuthn:currentUrl', `${origin}/post?id=1#two`);
    await session.start();
    expect(session).toMatchObject({ state: 'in', returnTo: '/post?id=1#two' });
  });
});

describe('signing in', () => {
  it('goes to the provider with our one address, and forgets what an earlier restore left', async () => {
    const { session, page, said } = stage(`${origin}/login`);
    page.local.setItem('solidClientAuthn:currentUrl', `${origin}/home`);
    await session.signIn({ issuer, returnTo: 'https://evil.example/' });
    expect(said['login']).toEqual([
      { oidcIssuer: issuer, redirectUrl: callback, clientId: `${origin}/client.jsonld`, clientName: 'Hearth' }
    ]);
    expect(page.local.getItem('solidClientAuthn:currentUrl')).toBeNull();
  });

  it('says so when the page cannot be left', async () => {
    const { session, page } = stage(`${origin}/login`, {
      login: () => Promise.reject(new TypeError('fetch failed'))
    });
    await session.signIn({ issuer });
    expect(session).toMatchObject({ state: 'out', problem: { kind: 'provider-down' } });
    expect(page.tab.size).toBe(0);
  });
});

it('ends when the provider does not renew it, and when the person wants it to', async () => {
  const first = answered();
  await first.session.start();
  first.emit('sessionExpired');
  expect(first.session).toMatchObject({ state: 'out', problem: { kind: 'expired' }, webId: undefined });
  const second = answered();
  await second.session.start();
  await second.session.signOut();
  expect(second.session).toMatchObject({ state: 'out', problem: undefined, webId: undefined });
  expect(second.said['logout']).toEqual([true]);
  expect(second.page.local.getItem('hearth:issuer')).toBeNull();
});
