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

const consent = (page: Page) => page.getByRole('button', { name: /allow|authorize/i }).click();

test('signing in, being restored by a reload, and signing out', async ({ page }) => {
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

  await page.goto(`${app.url}home?tab=1`);
  await expect(state(page)).toHaveText('in');
  expect(await page.evaluate(() => window.hearth.session.returnTo)).toBe('/home?tab=1');

  await page.evaluate(() => window.hearth.session.signOut());
  await expect(state(page)).toHaveText('out');
  await page.goto(`${app.url}home`);
  await expect(state(page)).toHaveText('out');
  expect(page.url()).toBe(`${app.url}home`);
});

test('saying no at the provider', async ({ page }) => {
  await setOut(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(state(page)).toHaveText('out: cancelled');
});

test('a restore that the provider refuses leaves nothing behind that harms the next sign-in', async ({
  page,
  context
}) => {
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
