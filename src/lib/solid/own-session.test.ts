import { describe, expect, it, vi } from 'vitest';
import { browserAt, origin } from './session-browser.testing.ts';
import { strictProvider } from './strict-provider.testing.ts';

// With a provider that is strict but no real one. In a real browser, with the real server: e2e/session/.
const provider = strictProvider();

const tokenPosts = () => provider().asked.filter((request) => request === 'POST /token').length;
const own = 'https://pods.example/anna/note';

describe('coming in', () => {
  it('asks with everything that binds the answer to this tab and this key', async () => {
    const { tab } = browserAt(provider());
    const { session, page } = tab();
    await session.signIn({ issuer: provider().issuer, returnTo: 'https://evil.example/' });
    const asked = Object.fromEntries(new URL(page.left[0]!).searchParams);
    expect(asked).toMatchObject({
      client_id: `${origin}/client.jsonld`,
      redirect_uri: `${origin}/auth/callback`,
      code_challenge_method: 'S256',
      response_type: 'code',
      prompt: 'consent'
    });
    for (const name of ['state', 'nonce', 'code_challenge', 'dpop_jkt'])
      expect(asked[name]).toMatch(/^[\w-]{43}$/);
  });

  it('is in, knows where the person wanted to be, and acts as them', async () => {
    const { session, page } = await browserAt(provider()).signedIn();
    expect(session).toMatchObject({
      state: 'in',
      webId: provider().webId,
      issuer: provider().issuer,
      returnTo: '/friends'
    });
    expect(page.at).toBe(`${origin}/auth/callback`);
    const answer = await session.fetch(`${own}?a=1#b`, { method: 'PUT', body: 'hello' });
    expect(await answer.text()).toBe(`as ${provider().webId}: hello`);
  });

  it('leaves nothing where a script could take it from', async () => {
    const browser = browserAt(provider());
    const { page } = await browser.signedIn();
    expect([...browser.local.values(), ...(page.tab as never as Map<string, string>).values()]).toEqual([
      'yes'
    ]);
    const key = (await browser.kept().key())!;
    await expect(crypto.subtle.exportKey('jwk', key.privateKey)).rejects.toThrow();
  });

  it.each([
    ['access_denied', 'cancelled'],
    ['login_required', 'expired'],
    ['temporarily_unavailable', 'provider-down']
  ])('says so when the answer is %s, with a state or without', async (error, kind) => {
    for (const withState of [true, false]) {
      const browser = browserAt(provider());
      const { session, page } = browser.tab();
      await session.signIn({ issuer: provider().issuer });
      const state = new URL(page.left[0]!).searchParams.get('state')!;
      const answer = new URLSearchParams({ error, iss: provider().issuer, ...(withState ? { state } : {}) });
      const back = browser.tab(`${origin}/auth/callback?${answer}`, page.tab as never);
      await back.session.start();
      expect(back.session).toMatchObject({ state: 'out', problem: { kind } });
      expect(back.page.at).toBe(`${origin}/auth/callback`);
    }
  });

  it.each<[string, () => void, string]>([
    [
      'the ID token is of another provider',
      () => (provider().manners.claims = { iss: 'https://x.example' }),
      'other'
    ],
    ['it is for another app', () => (provider().manners.claims = { aud: 'https://x.example' }), 'other'],
    [
      'it was given to another app',
      () => (provider().manners.claims = { azp: 'https://x.example' }),
      'other'
    ],
    ['it answers another question', () => (provider().manners.claims = { nonce: 'x' }), 'other'],
    ['it has run out', () => (provider().manners.claims = { exp: 1 }), 'other'],
    ['it names nobody', () => (provider().manners.claims = { webid: 'anna' }), 'other'],
    [
      'the card names another provider',
      () => (provider().manners.card = '<#me> a <#Person>.'),
      'issuer-not-listed'
    ],
    ['the provider is down', () => (provider().manners.down = true), 'provider-down'],
    ['the network wants a login', () => (provider().manners.captive = true), 'provider-down']
  ])('stays out when %s', async (_, spoil, kind) => {
    const browser = browserAt(provider());
    const before = browser.tab();
    await before.session.signIn({ issuer: provider().issuer });
    const back = browser.tab(provider().allow(before.page.left[0]!), before.page.tab as never);
    spoil();
    await back.session.start();
    expect(back.session).toMatchObject({ state: 'out', problem: { kind }, webId: undefined });
    expect(await browser.kept().signIn()).toBeUndefined();
  });

  it('takes no answer to a question of another tab, and none of another provider', async () => {
    const browser = browserAt(provider());
    const before = browser.tab();
    await before.session.signIn({ issuer: provider().issuer });
    const answer = provider().allow(before.page.left[0]!);
    const elsewhere = browser.tab(answer);
    await elsewhere.session.start();
    expect(elsewhere.session.problem?.kind).toBe('state-mismatch');
    const foreign = new URL(answer);
    foreign.searchParams.set('state', 'foreign');
    const here = browser.tab(foreign.href, before.page.tab as never);
    await here.session.start();
    expect(here.session.problem?.kind).toBe('state-mismatch');
    const mixed = new URL(answer);
    mixed.searchParams.set('iss', 'https://evil.example/');
    const there = browser.tab(mixed.href, before.page.tab as never);
    await there.session.start();
    expect(there.session.problem?.kind).toBe('other');
    expect(tokenPosts()).toBe(0);
  });

  it.each([
    ['reads no client documents', { scopes_supported: ['openid', 'offline_access'] }],
    ['gives no refresh tokens', { grant_types_supported: ['authorization_code'] }],
    ['does not know our kind of key', { dpop_signing_alg_values_supported: ['RS256'] }]
  ])('goes with the library where a provider %s', async (_, settings) => {
    provider().manners.settings = settings;
    const browser = browserAt(provider());
    const { session, page } = browser.tab();
    await session.signIn({ issuer: provider().issuer });
    expect([browser.library, page.left]).toEqual([[provider().issuer], []]);
  });

  it('goes with the library where the browser keeps no keys, or the provider refuses us by name', async () => {
    const browser = browserAt(provider());
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new Error('not in private windows');
      }
    });
    await browser.tab().session.signIn({ issuer: provider().issuer });
    expect(browser.library).toEqual([provider().issuer]);
    const other = browserAt(provider());
    provider().manners.refuses = 'invalid_client';
    await other.signedIn();
    expect(other.library).toEqual([provider().issuer]);
  });
});
