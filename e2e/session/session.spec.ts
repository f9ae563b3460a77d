import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { build } from 'vite';
import { createPerson, signIn } from '../../pod-server/dist/account.js';
import { start, type PodServer } from '../../pod-server/dist/start.js';
import { serveApp } from '../../scripts/serve/serve-app.mjs';
import type {} from './page.ts';

// The session in a real browser, with a real provider and its own pages; the app's pages are in other stories.
test.describe.configure({ mode: 'serial' });

let pods: PodServer;
let app: { url: string; stop(): Promise<void> };
let folder: string;
let anna: { webId: string; storage: string };
const account = { email: 'anna@example.org', password: 'anna-secret' };

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearth-session-'));
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'warn',
    define: { global: 'globalThis' },
    build: { outDir: folder, target: 'es2022', emptyOutDir: true }
  });
  pods = await start({ memory: true });
  app = await serveApp({ folder, port: 0, pods: pods.url });
  anna = await createPerson(pods.url, { name: 'Anna', handle: 'anna', ...account });
});
test.afterAll(async () => {
  await app.stop();
  await pods.stop();
  await rm(folder, { recursive: true, force: true });
});

const state = (page: Page) => page.locator('#state');

/** Sets out for the provider and types the password there. */
async function setOut(page: Page, returnTo = '/friends'): Promise<void> {
  await page.goto(app.url);
  await expect(state(page)).toHaveText('out');
  await page.evaluate(
    ([issuer, path]) => void window.hearth.session.signIn({ issuer: issuer!, returnTo: path! }),
    [pods.url, returnTo]
  );
  await page.getByLabel(/e-?mail/i).fill(account.email);
  await page.getByLabel(/password/i).fill(account.password);
  await page.getByRole('button', { name: /log in/i }).click();
}

/** A provider that reads no client identifier documents: its settings say so, and our own way is not gone. */
const withoutDocuments = (page: Page) =>
  page.route('**/.well-known/openid-configuration', async (route) => {
    const response = await route.fetch();
    const said = (await response.json()) as { scopes_supported: string[] };
    const scopes_supported = said.scopes_supported.filter((scope) => scope !== 'webid');
    await route.fulfill({ response, json: { ...said, scopes_supported } });
  });

const consent = (page: Page) => page.getByRole('button', { name: /allow|authorize/i }).click();

test('signing in and signing out', async ({ page }) => {
  await setOut(page);
  await consent(page);
  await expect(state(page)).toHaveText('in');
  expect(page.url()).toBe(`${app.url}auth/callback`);
  const who = await page.evaluate(() => {
    const { webId, issuer, returnTo } = window.hearth.session;
    return { webId, issuer, returnTo };
  });
  expect(who).toEqual({ webId: anna.webId, issuer: pods.url, returnTo: '/friends' });

  // A private document, read and written as herself through the guarded fetch.
  const seen = await page.evaluate(async (storage) => {
    const { pod, guard } = window.hearth;
    await pod.create(`${storage}private/note`, '<#it> a <https://example.org/Note>.', 'text/turtle');
    const first = await pod.read(`${storage}private/note`);
    const again = await pod.read(`${storage}private/note`, { etag: first!.etag! });
    return {
      restricted: first?.restricted,
      again,
      asked: guard.log.map(({ method, status, signedIn }) => [method, status, signedIn])
    };
  }, anna.storage);
  expect(seen).toEqual({
    restricted: true,
    again: undefined,
    asked: [
      ['PUT', 201, true],
      ['GET', 401, false],
      ['GET', 200, true],
      ['GET', 401, false],
      ['GET', 200, true]
    ]
  });
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toMatch(/eyJ[\w-]+\.[\w-]+\./);

  await page.evaluate(() => window.hearth.session.signOut());
  await expect(state(page)).toHaveText('out');
  await page.goto(`${app.url}home`);
  await expect(state(page)).toHaveText('out');
  expect(page.url()).toBe(`${app.url}home`);
});

const signedIn = async (page: Page) => {
  await setOut(page);
  await consent(page);
  await expect(state(page)).toHaveText('in');
};

/** Every address that a page of this browser asked for or went to, at the provider's own part of the server. */
function atProvider(page: Page): string[] {
  const seen: string[] = [];
  page.on('request', (request) => {
    const { method, url } = { method: request.method(), url: request.url() };
    if (method !== 'OPTIONS' && /\/\.(oidc|account|well-known)\//.test(url))
      seen.push(`${method} ${new URL(url).pathname}`);
  });
  return seen;
}

/** As after an hour: the access token in the store has run out. */
const runOut = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('hearth-session');
      request.onsuccess = () => resolve(request.result);
    });
    const shelf = database.transaction('kept', 'readwrite').objectStore('kept');
    await new Promise<void>((resolve) => {
      const reading = shelf.get('sign-in');
      reading.onsuccess = () => {
        const kept = reading.result as { access: { until: number } };
        kept.access.until = 0;
        shelf.put(kept, 'sign-in').onsuccess = () => resolve();
      };
    });
    database.close();
  });

const readsPrivately = (page: Page) =>
  page.evaluate(async (url) => {
    const { pod } = window.hearth;
    return (await pod.read(url, { as: 'me' }))?.restricted;
  }, `${anna.storage}private/note`);

test('a reload and another tab ask the provider nothing, or one thing, and leave no page', async ({
  page,
  context
}) => {
  await signedIn(page);
  const asked = atProvider(page);
  const left: string[] = [];
  page.on('framenavigated', (frame) => left.push(frame.url()));
  await page.goto(`${app.url}home?tab=1`);
  await expect(state(page)).toHaveText('in');
  expect(await readsPrivately(page)).toBe(true);
  expect(asked).toEqual([]);

  const other = await context.newPage();
  const askedThere = atProvider(other);
  await other.goto(`${app.url}home`);
  await expect(state(other)).toHaveText('in');
  expect(askedThere).toEqual([]);

  await runOut(page);
  await page.reload();
  await expect(state(page)).toHaveText('in');
  expect(asked).toEqual(['POST /.oidc/token']);
  expect(await readsPrivately(page)).toBe(true);
  expect(left).toEqual([`${app.url}home?tab=1`, `${app.url}home?tab=1`]);
  // The other tab takes what this one fetched.
  expect(await readsPrivately(other)).toBe(true);
  expect(askedThere).toEqual([]);

  await page.evaluate(() => window.hearth.session.signOut());
  await expect.poll(() => asked.at(-1)).toBe('POST /.oidc/token/revocation');
});

test('a script in the page can take nothing away', async ({ page, context }) => {
  await signedIn(page);
  const found = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('hearth-session');
      request.onsuccess = () => resolve(request.result);
    });
    const reading = database.transaction('kept').objectStore('kept').get('key');
    const key = await new Promise<CryptoKeyPair>(
      (resolve) => (reading.onsuccess = () => resolve(reading.result as CryptoKeyPair))
    );
    const tries = ['jwk', 'pkcs8', 'raw'] as const;
    const taken = await Promise.allSettled(
      tries.map((format) => crypto.subtle.exportKey(format as 'jwk', key.privateKey))
    );
    return {
      taken: taken.map(({ status }) => status),
      text: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])
    };
  });
  expect(found.taken).toEqual(['rejected', 'rejected', 'rejected']);
  const { value } = (await refreshToken(page))!;
  expect(value.length).toBeGreaterThan(20);
  const cookies = JSON.stringify(await context.cookies());
  for (const text of [found.text, cookies]) {
    expect(text).not.toMatch(/eyJ[\w-]+\.[\w-]+\./);
    expect(text).not.toContain(value);
  }
  // A refresh token that was read out is of no use with another key.
  const stolen = await fetch(`${pods.url}.oidc/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: value,
      client_id: `${app.url}client.jsonld`
    }).toString()
  });
  expect([stolen.status, ((await stolen.json()) as { error?: string }).error]).toEqual([
    400,
    'invalid_grant'
  ]);
});

const refreshToken = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('hearth-session');
      request.onsuccess = () => resolve(request.result);
    });
    const reading = database.transaction('kept').objectStore('kept').get('sign-in');
    return new Promise<{ value: string }>((resolve) => {
      reading.onsuccess = () => resolve({ value: (reading.result as { refresh: string }).refresh });
    });
  });

for (const minutes of [-5, 5]) {
  test(`a clock that is ${minutes} minutes off`, async ({ page }) => {
    await page.addInitScript((off) => {
      const real = Date.now;
      Date.now = () => real() + off;
    }, minutes * 60_000);
    await signedIn(page);
    await page.evaluate(
      (url) => window.hearth.pod.create(url, '<#it> a <https://example.org/Note>.', 'text/turtle'),
      `${anna.storage}private/clock${minutes}`
    );
    await runOut(page);
    await page.reload();
    await expect(state(page)).toHaveText('in');
    expect(await readsPrivately(page)).toBe(true);
  });
}

test('a clock that was set right in the meantime', async ({ page }) => {
  await signedIn(page);
  await runOut(page);
  await page.addInitScript(() => {
    const real = Date.now;
    Date.now = () => real() + 600_000;
  });
  await page.reload();
  await expect(state(page)).toHaveText('in');
  expect(await readsPrivately(page)).toBe(true);
});

test('a provider that is down for a while', async ({ page, context }) => {
  await signedIn(page);
  await runOut(page);
  await page.route('**/.oidc/token', (route) => route.abort());
  await page.reload();
  await expect(state(page)).toHaveText('out: provider-down');
  await page.unroute('**/.oidc/token');
  // The network came back: nobody has to press anything.
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(state(page)).toHaveText('in');
  expect(await readsPrivately(page)).toBe(true);
});

test('a sign-in that was ended at the provider', async ({ page }) => {
  await signedIn(page);
  const { value } = (await refreshToken(page))!;
  await fetch(`${pods.url}.oidc/token/revocation`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token: value, client_id: `${app.url}client.jsonld` }).toString()
  });
  await runOut(page);
  await page.reload();
  await expect(state(page)).toHaveText('out: revoked');
  // Known from now on: the provider is not asked again, and nothing is left to ask with.
  const asked = atProvider(page);
  await page.reload();
  await expect(state(page)).toHaveText('out: revoked');
  expect(asked).toEqual([]);
  expect((await refreshToken(page))?.value).toBeUndefined();
});

test('saying no at the provider', async ({ page }) => {
  await setOut(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(state(page)).toHaveText('out: cancelled');
});

test('through the library, with a provider that ours does not suit: restored by a silent trip', async ({
  page
}) => {
  await withoutDocuments(page);
  await signedIn(page);
  const kept = await page.evaluate(() => localStorage.getItem('solidClientAuthn:currentSession'));
  expect(kept).not.toBeNull();
  const asked = atProvider(page);
  await page.goto(`${app.url}home?tab=1`);
  await expect(state(page)).toHaveText('in');
  expect(asked.some((request) => request.startsWith('GET /.oidc/auth'))).toBe(true);
  expect(await page.evaluate(() => window.hearth.session.returnTo)).toBe('/home?tab=1');
  await page.evaluate(() => window.hearth.session.signOut());
  await page.goto(`${app.url}home`);
  await expect(state(page)).toHaveText('out');
});

test('through the library: a restore that is refused leaves nothing that harms the next sign-in', async ({
  page,
  context
}) => {
  await withoutDocuments(page);
  await setOut(page);
  await consent(page);
  await expect(state(page)).toHaveText('in');
  await context.clearCookies();
  await page.goto(`${app.url}home`);
  await expect(state(page)).toHaveText('out: expired');
  expect(await page.evaluate(() => localStorage.getItem('solidClientAuthn:currentUrl'))).toBeNull();
  await setOut(page, '/settings');
  await consent(page);
  await expect(state(page)).toHaveText('in');
  expect(await page.evaluate(() => window.hearth.session.returnTo)).toBe('/settings');
});

test('a callback that nobody asked for', async ({ page }) => {
  await page.goto(`${app.url}auth/callback?code=stolen&state=foreign`);
  await expect(state(page)).toHaveText('out: state-mismatch');
  expect(page.url()).toBe(`${app.url}auth/callback`);
});

test('a provider that is down', async ({ page }) => {
  await page.goto(app.url);
  await page.evaluate(() => window.hearth.session.signIn({ issuer: 'http://localhost:9/' }));
  await expect(state(page)).toHaveText('out: provider-down');
});

test('a provider that the card does not name', async ({ page }) => {
  const signed = await signIn(pods.url, { ...account, webId: anna.webId });
  const card = anna.webId.split('#')[0]!;
  const was = await (await fetch(card, { headers: { accept: 'text/turtle' } })).text();
  const turtle = { 'content-type': 'text/turtle' };
  await signed(card, {
    method: 'PUT',
    headers: turtle,
    body: was.replaceAll(/oidcIssuer>? <[^>]*>/g, (found) =>
      found.replace(/<[^>]*>$/, '<https://other.example/>')
    )
  });
  await setOut(page);
  await consent(page);
  await expect(state(page)).toHaveText('out: issuer-not-listed');
  expect(await page.evaluate(() => localStorage.getItem('solidClientAuthn:currentSession'))).toBeNull();
  await signed(card, { method: 'PUT', headers: turtle, body: was });
});
