import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { build } from 'vite';
import { createPerson } from '../../pod-server/dist/account.js';
import { start } from '../../pod-server/dist/start.js';
import { serveApp } from '../../scripts/serve/serve-app.mjs';
import type {} from './page.ts';

/** The real server with one person, and the least page that can be signed in to. */
export interface Place {
  /** The page's origin, with its slash. */
  readonly app: string;
  /** The provider and the spaces, with the slash. */
  readonly pods: string;
  readonly anna: { readonly webId: string; readonly storage: string };
}

export const account = { email: 'anna@example.org', password: 'anna-secret' };

export const test = base.extend<object, { place: Place }>({
  place: [
    async ({ browserName: _ }, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'hearth-session-'));
      await build({
        configFile: false,
        root: import.meta.dirname,
        logLevel: 'warn',
        define: { global: 'globalThis' },
        build: { outDir: folder, target: 'es2022', emptyOutDir: true }
      });
      const pods = await start({ memory: true });
      const app = await serveApp({ folder, port: 0, pods: pods.url });
      const anna = await createPerson(pods.url, { name: 'Anna', handle: 'anna', ...account });
      await use({ app: app.url, pods: pods.url, anna });
      await app.stop();
      await pods.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 9, retryDelay: 200 });
    },
    { scope: 'worker', timeout: 60_000 }
  ]
});

export const state = (page: Page) => page.locator('#state');

/** Sets out for the provider and types the password there. */
export async function setOut(page: Page, place: Place, returnTo = '/friends'): Promise<void> {
  await page.goto(place.app);
  await expect(state(page)).toHaveText('out');
  await page.evaluate(
    ([issuer, path]) => void window.hearth.session.signIn({ issuer: issuer!, returnTo: path! }),
    [place.pods, returnTo]
  );
  await page.getByLabel(/e-?mail/i).fill(account.email);
  await page.getByLabel(/password/i).fill(account.password);
  await page.getByRole('button', { name: /log in/i }).click();
}

/** A provider that reads no client identifier documents: its settings say so, and our own way is not gone. */
export const withoutDocuments = (page: Page) =>
  page.route('**/.well-known/openid-configuration', async (route) => {
    const response = await route.fetch();
    const said = (await response.json()) as { scopes_supported: string[] };
    const scopes_supported = said.scopes_supported.filter((scope) => scope !== 'webid');
    await route.fulfill({ response, json: { ...said, scopes_supported } });
  });

export const consent = (page: Page) => page.getByRole('button', { name: /allow|authorize/i }).click();

/** From nothing to being signed in. */
export const signedIn = async (page: Page, place: Place) => {
  await setOut(page, place);
  await consent(page);
  await expect(state(page)).toHaveText('in');
};

/** Every address that a page of this browser asked for or went to, at the provider's own part of the server. */
export function atProvider(page: Page): string[] {
  const seen: string[] = [];
  page.on('request', (request) => {
    const { method, url } = { method: request.method(), url: request.url() };
    if (method !== 'OPTIONS' && /\/\.(oidc|account|well-known)\//.test(url))
      seen.push(`${method} ${new URL(url).pathname}`);
  });
  return seen;
}

/** As after an hour: the access token in the store has run out. */
export const runOut = (page: Page) =>
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

/** What is kept in IndexedDB. */
export const refreshToken = (page: Page) =>
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
