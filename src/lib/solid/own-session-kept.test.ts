import { describe, expect, it, vi } from 'vitest';
import { browserAt, origin } from './session-browser.testing.ts';
import { strictProvider } from './strict-provider.testing.ts';

// Going on being signed in, and leaving. With a provider that is strict but no real one. In a real browser, with the real server: e2e/session/.
const provider = strictProvider();

const tokenPosts = () => provider().asked.filter((request) => request === 'POST /token').length;
const own = 'https://pods.example/anna/note';
/** As after an hour. */
const runOut = async (browser: ReturnType<typeof browserAt>) => {
  const keep = browser.kept();
  const kept = (await keep.signIn())!;
  await keep.write({ ...kept, access: { ...kept.access!, until: 0 } });
};

describe('going on', () => {
  it('asks nobody while the token in the store is good', async () => {
    const browser = browserAt(provider());
    await browser.signedIn();
    provider().asked.length = 0;
    const { session, page } = browser.tab();
    await session.start();
    expect(session).toMatchObject({ state: 'in', webId: provider().webId });
    expect((await session.fetch(own)).status).toBe(200);
    expect([provider().asked, page.left]).toEqual([['GET /anna/note'], []]);
  });

  it('asks the provider one thing when it has run out', async () => {
    const browser = browserAt(provider());
    await browser.signedIn();
    // Each time with the refresh token that came with the last one.
    for (let hour = 0; hour < 3; hour++) {
      await runOut(browser);
      provider().asked.length = 0;
      const { session, page } = browser.tab();
      await session.start();
      expect([session.state, provider().asked, page.left]).toEqual(['in', ['POST /token'], []]);
    }
  });

  it('never uses a refresh token twice, however many tabs start at once', async () => {
    const browser = browserAt(provider());
    await browser.signedIn();
    await runOut(browser);
    provider().asked.length = 0;
    const tabs = Array.from({ length: 5 }, () => browser.tab());
    await Promise.all(tabs.map(({ session }) => session.start()));
    expect(tabs.map(({ session }) => session.state)).toEqual(Array(5).fill('in'));
    expect(tokenPosts()).toBe(1);
    for (const { session } of tabs) expect((await session.fetch(own)).status).toBe(200);
  });

  it('renews before the end, once for all requests that wait', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { session } = await browserAt(provider()).signedIn();
    vi.setSystemTime(Date.now() + 560_000);
    const answers = await Promise.all([1, 2, 3].map(() => session.fetch(own)));
    expect([answers.map(({ status }) => status), tokenPosts()]).toEqual([[200, 200, 200], 2]);
  });

  it('asks a provider that is down once for all requests that wait', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { session } = await browserAt(provider()).signedIn();
    provider().manners.down = true;
    vi.setSystemTime(Date.now() + 560_000);
    const answers = await Promise.allSettled([1, 2, 3].map(() => session.fetch(own)));
    expect([answers.map(({ status }) => status), tokenPosts()]).toEqual([Array(3).fill('rejected'), 2]);
    expect(session).toMatchObject({ state: 'out', problem: { kind: 'provider-down' } });
  });

  it('renews a token that a space refuses, and repeats the request', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const browser = browserAt(provider());
    const { session } = await browser.signedIn();
    vi.setSystemTime(Date.now() + 60_000);
    const kept = (await browser.kept().signIn())!;
    await browser.kept().write({ ...kept, access: { ...kept.access!, token: 'spoilt' } });
    const { session: other } = browser.tab();
    await other.start();
    const answer = await other.fetch(own, { method: 'PUT', body: 'again' });
    expect(await answer.text()).toContain('again');
    expect([session.state, tokenPosts()]).toEqual(['in', 2]);
  });

  it('believes a space that refuses a new token as well', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { session } = await browserAt(provider()).signedIn();
    const strange = vi.fn(async () => new Response('', { status: 401 }));
    vi.stubGlobal('fetch', (input: RequestInfo, init?: RequestInit) =>
      String(input).startsWith('https://strange.example') ? strange() : provider().fetch(input, init)
    );
    for (let minute = 0; minute < 5; minute++) {
      vi.setSystemTime(Date.now() + 60_000);
      expect((await session.fetch('https://strange.example/')).status).toBe(401);
    }
    expect([session.state, tokenPosts()]).toEqual(['in', 2]);
  });

  it('answers a nonce, at the token endpoint and at a space', async () => {
    provider().manners.nonce = 'one';
    const { session } = await browserAt(provider()).signedIn();
    expect(session.state).toBe('in');
    provider().manners.nonce = 'two';
    expect((await session.fetch(own)).status).toBe(200);
    expect(tokenPosts()).toBe(2);
  });

  it.each([
    ['5 minutes ahead', -300_000, true],
    ['5 minutes behind', 300_000, true],
    ['an hour ahead, and the provider hides its date', -3_600_000, false],
    ['an hour behind, and the provider hides its date', 3_600_000, false]
  ])('works on a device whose clock is %s', async (_, off, date) => {
    provider().now = () => Date.now() + off;
    provider().manners.date = date;
    const browser = browserAt(provider());
    const { session } = await browser.signedIn();
    expect(session.state).toBe('in');
    expect((await session.fetch(own)).status).toBe(200);
    // And when somebody sets it right.
    provider().now = () => Date.now();
    await runOut(browser);
    const after = browser.tab();
    await after.session.start();
    expect(after.session.state).toBe('in');
    expect((await after.session.fetch(own)).status).toBe(200);
  });

  it('says that the clock is wrong only when nobody tells the time', async () => {
    const browser = browserAt(provider());
    await browser.signedIn();
    await runOut(browser);
    provider().now = () => Date.now() + 600_000;
    const { session, page } = browser.tab();
    page.clockSkew = async () => undefined;
    await session.start();
    expect(session).toMatchObject({ state: 'out', problem: { kind: 'clock' } });
    expect((await browser.kept().signIn())?.refresh).toBeDefined();
  });
});

describe('when it cannot go on', () => {
  it.each(['down', 'captive'] as const)(
    'keeps what it has while the provider is %s, and comes back',
    async (how) => {
      const browser = browserAt(provider());
      await browser.signedIn();
      await runOut(browser);
      provider().manners[how] = true;
      const { session, comeBack } = browser.tab();
      await session.start();
      expect(session).toMatchObject({ state: 'out', problem: { kind: 'provider-down' } });
      const states: string[] = [];
      session.subscribe(() => states.push(session.state));
      provider().manners[how] = false;
      comeBack();
      await vi.waitFor(() => expect(session.state).toBe('in'), { timeout: 5_000 });
      // Never `restoring` in between: nothing on the screen has to wait for a try.
      expect([states, session.problem]).toEqual([['in'], undefined]);
    }
  );

  it('tries again by itself, less and less often', async () => {
    const browser = browserAt(provider());
    await browser.signedIn();
    await runOut(browser);
    provider().manners.down = true;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const { session } = browser.tab();
    const starting = session.start();
    await vi.waitFor(() => expect(session.state).toBe('out'), { timeout: 5_000 });
    await starting;
    const before = tokenPosts();
    for (let tried = 1; tried <= 3; tried++) {
      await vi.advanceTimersByTimeAsync(5_000 * 2 ** (tried - 1));
      await vi.waitFor(() => expect(tokenPosts()).toBe(before + tried), { timeout: 5_000 });
    }
  });

  it('knows a sign-in that was ended at the provider, asks no more, and keeps no secret', async () => {
    const browser = browserAt(provider());
    await browser.signedIn();
    await runOut(browser);
    provider().revokeAll();
    const first = browser.tab();
    await first.session.start();
    expect(first.session).toMatchObject({ state: 'out', problem: { kind: 'revoked' }, webId: undefined });
    expect(await browser.kept().signIn()).toMatchObject({
      ended: 'revoked',
      refresh: undefined,
      access: undefined
    });
    provider().asked.length = 0;
    const second = browser.tab();
    await second.session.start();
    expect([second.session.problem?.kind, provider().asked]).toEqual(['revoked', []]);
    // Signing in again in one tab is enough for the others.
    await browser.signedIn();
    first.comeBack();
    await vi.waitFor(() => expect(first.session.state).toBe('in'), { timeout: 5_000 });
  });

  it('asks its way silently where there is no refresh token, when the access token has run out', async () => {
    provider().manners.refresh = false;
    const browser = browserAt(provider());
    await browser.signedIn();
    const good = browser.tab();
    await good.session.start();
    expect([good.session.state, good.page.left]).toEqual(['in', []]);
    await runOut(browser);
    const { session, page } = browser.tab(`${origin}/post?id=1#two`);
    await session.start();
    expect(new URL(page.left[0]!).searchParams.get('prompt')).toBe('none');
    const back = browser.tab(provider().allow(page.left[0]!), page.tab as never);
    await back.session.start();
    expect(back.session).toMatchObject({ state: 'in', returnTo: '/post?id=1#two' });
  });

  it('is not ended by an address that somebody made the person open', async () => {
    const browser = browserAt(provider());
    await browser.signedIn();
    const { session, page } = browser.tab(`${origin}/auth/callback?code=stolen&state=foreign`);
    await session.start();
    expect([session.state, page.at]).toEqual(['in', `${origin}/auth/callback`]);
  });
});

describe('leaving', () => {
  it('forgets everything, revokes, and acts as nobody', async () => {
    const browser = browserAt(provider());
    const { session } = await browser.signedIn();
    await session.signOut();
    expect(session).toMatchObject({ state: 'out', problem: undefined, webId: undefined });
    expect([await browser.kept().signIn(), await browser.kept().key(), browser.local.size]).toEqual([
      undefined,
      undefined,
      0
    ]);
    expect([provider().asked.at(-1), provider().refreshTokens]).toEqual(['POST /revoke', 0]);
    expect((await session.fetch(own)).status).toBe(401);
    const next = browser.tab();
    await next.session.start();
    expect([next.session.state, next.session.problem]).toEqual(['out', undefined]);
  });

  it('wins over a renewal under way in another tab', async () => {
    const browser = browserAt(provider());
    const { session } = await browser.signedIn();
    await runOut(browser);
    const other = browser.tab();
    const { fetch: quick } = provider();
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    vi.stubGlobal('fetch', async (input: RequestInfo, init?: RequestInit) => {
      const response = await quick(input, init);
      if (String(input).endsWith('/token')) await held;
      return response;
    });
    const starting = other.session.start();
    await vi.waitFor(() => expect(tokenPosts()).toBe(2), { timeout: 5_000 });
    await session.signOut();
    answer();
    await starting;
    expect([other.session.state, await browser.kept().signIn()]).toEqual(['out', undefined]);
  });

  it('is not kept waiting by a provider that is down', async () => {
    const { session } = await browserAt(provider()).signedIn();
    provider().manners.down = true;
    await session.signOut();
    expect(session).toMatchObject({ state: 'out', problem: undefined });
  });
});
