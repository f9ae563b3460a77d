import { expect } from '@playwright/test';
import { signIn } from '../../pod-server/dist/account.js';
import { account, atProvider, consent, setOut, signedIn, state, test, withoutDocuments } from './place.ts';

// The session in a real browser, with a real provider and its own pages; the app's pages are in other stories.

test('signing in and signing out', async ({ page, place }) => {
  await setOut(page, place);
  await consent(page);
  await expect(state(page)).toHaveText('in');
  expect(page.url()).toBe(`${place.app}auth/callback`);
  const who = await page.evaluate(() => {
    const { webId, issuer, returnTo } = window.hearth.session;
    return { webId, issuer, returnTo };
  });
  expect(who).toEqual({ webId: place.anna.webId, issuer: place.pods, returnTo: '/friends' });

  // A private document, read and written as herself through the guarded fetch.
  const seen = await page.evaluate(async (storage) => {
    const { pod, guard } = window.hearth;
    await pod.create(`${storage}private/mine`, '<#it> a <https://example.org/Note>.', 'text/turtle');
    const first = await pod.read(`${storage}private/mine`);
    const again = await pod.read(`${storage}private/mine`, { etag: first!.etag! });
    return {
      restricted: first?.restricted,
      again,
      asked: guard.log.map(({ method, status, signedIn }) => [method, status, signedIn])
    };
  }, place.anna.storage);
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
  await page.goto(`${place.app}home`);
  await expect(state(page)).toHaveText('out');
  expect(page.url()).toBe(`${place.app}home`);
});

test('saying no at the provider', async ({ page, place }) => {
  await setOut(page, place);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(state(page)).toHaveText('out: cancelled');
});

test('through the library, with a provider that ours does not suit: restored by a silent trip', async ({
  page,
  place
}) => {
  await withoutDocuments(page);
  await signedIn(page, place);
  const kept = await page.evaluate(() => localStorage.getItem('solidClientAuthn:currentSession'));
  expect(kept).not.toBeNull();
  const asked = atProvider(page);
  await page.goto(`${place.app}home?tab=1`);
  await expect(state(page)).toHaveText('in');
  expect(asked.some((request) => request.startsWith('GET /.oidc/auth'))).toBe(true);
  expect(await page.evaluate(() => window.hearth.session.returnTo)).toBe('/home?tab=1');
  await page.evaluate(() => window.hearth.session.signOut());
  await page.goto(`${place.app}home`);
  await expect(state(page)).toHaveText('out');
});

test('through the library: a restore that is refused leaves nothing that harms the next sign-in', async ({
  page,
  context,
  place
}) => {
  await withoutDocuments(page);
  await setOut(page, place);
  await consent(page);
  await expect(state(page)).toHaveText('in');
  await context.clearCookies();
  await page.goto(`${place.app}home`);
  await expect(state(page)).toHaveText('out: expired');
  expect(await page.evaluate(() => localStorage.getItem('solidClientAuthn:currentUrl'))).toBeNull();
  await setOut(page, place, '/settings');
  await consent(page);
  await expect(state(page)).toHaveText('in');
  expect(await page.evaluate(() => window.hearth.session.returnTo)).toBe('/settings');
});

test('a callback that nobody asked for', async ({ page, place }) => {
  await page.goto(`${place.app}auth/callback?code=stolen&state=foreign`);
  await expect(state(page)).toHaveText('out: state-mismatch');
  expect(page.url()).toBe(`${place.app}auth/callback`);
});

test('a provider that is down', async ({ page, place }) => {
  await page.goto(place.app);
  await page.evaluate(() => window.hearth.session.signIn({ issuer: 'http://localhost:9/' }));
  await expect(state(page)).toHaveText('out: provider-down');
});

test('a provider that the card does not name', async ({ page, place }) => {
  const signed = await signIn(place.pods, { ...account, webId: place.anna.webId });
  const card = place.anna.webId.split('#')[0]!;
  const was = await (await fetch(card, { headers: { accept: 'text/turtle' } })).text();
  const turtle = { 'content-type': 'text/turtle' };
  await signed(card, {
    method: 'PUT',
    headers: turtle,
    body: was.replaceAll(/oidcIssuer>? <[^>]*>/g, (found) =>
      found.replace(/<[^>]*>$/, '<https://other.example/>')
    )
  });
  await setOut(page, place);
  await consent(page);
  await expect(state(page)).toHaveText('out: issuer-not-listed');
  expect(await page.evaluate(() => localStorage.getItem('solidClientAuthn:currentSession'))).toBeNull();
  await signed(card, { method: 'PUT', headers: turtle, body: was });
});
