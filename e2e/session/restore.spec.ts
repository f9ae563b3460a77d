import { expect, type Page } from '@playwright/test';
import { account, atProvider, refreshToken, runOut, signedIn, state, test, type Place } from './place.ts';
import { signIn } from '../../pod-server/dist/account.js';

// Going on being signed in: reloads, other tabs, wrong clocks, and a provider that is down or has had enough.

const readsPrivately = (page: Page, place: Place) =>
  page.evaluate(async (url) => {
    const { pod } = window.hearth;
    return (await pod.read(url, { as: 'me' }))?.restricted;
  }, `${place.anna.storage}private/note`);

test.beforeAll(async ({ place }) => {
  const own = await signIn(place.pods, { ...account, webId: place.anna.webId });
  const headers = { 'content-type': 'text/turtle' };
  const body = '<#it> a <https://example.org/Note>.';
  const answer = await own(`${place.anna.storage}private/note`, { method: 'PUT', headers, body });
  expect(answer.ok).toBe(true);
});

test('a reload and another tab ask the provider nothing, or one thing, and leave no page', async ({
  page,
  context,
  place
}) => {
  await signedIn(page, place);
  const asked = atProvider(page);
  const left: string[] = [];
  page.on('framenavigated', (frame) => left.push(frame.url()));
  await page.goto(`${place.app}home?tab=1`);
  await expect(state(page)).toHaveText('in');
  expect(await readsPrivately(page, place)).toBe(true);
  expect(asked).toEqual([]);

  const other = await context.newPage();
  const askedThere = atProvider(other);
  await other.goto(`${place.app}home`);
  await expect(state(other)).toHaveText('in');
  expect(askedThere).toEqual([]);

  await runOut(page);
  await page.reload();
  await expect(state(page)).toHaveText('in');
  expect(asked).toEqual(['POST /.oidc/token']);
  expect(await readsPrivately(page, place)).toBe(true);
  expect(left).toEqual([`${place.app}home?tab=1`, `${place.app}home?tab=1`]);
  // The other tab takes what this one fetched.
  expect(await readsPrivately(other, place)).toBe(true);
  expect(askedThere).toEqual([]);

  await page.evaluate(() => window.hearth.session.signOut());
  await expect.poll(() => asked.at(-1)).toBe('POST /.oidc/token/revocation');
});

test('a script in the page can take nothing away', async ({ page, context, place }) => {
  await signedIn(page, place);
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
  const stolen = await fetch(`${place.pods}.oidc/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: value,
      client_id: `${place.app}client.jsonld`
    }).toString()
  });
  expect([stolen.status, ((await stolen.json()) as { error?: string }).error]).toEqual([
    400,
    'invalid_grant'
  ]);
});

for (const minutes of [-5, 5]) {
  test(`a clock that is ${minutes} minutes off`, async ({ page, place }) => {
    await page.addInitScript((off) => {
      const real = Date.now;
      Date.now = () => real() + off;
    }, minutes * 60_000);
    await signedIn(page, place);
    await page.evaluate(
      (url) => window.hearth.pod.create(url, '<#it> a <https://example.org/Note>.', 'text/turtle'),
      `${place.anna.storage}private/clock${minutes}`
    );
    await runOut(page);
    await page.reload();
    await expect(state(page)).toHaveText('in');
    expect(await readsPrivately(page, place)).toBe(true);
  });
}

test('a clock that was set right in the meantime', async ({ page, place }) => {
  await signedIn(page, place);
  await runOut(page);
  await page.addInitScript(() => {
    const real = Date.now;
    Date.now = () => real() + 600_000;
  });
  await page.reload();
  await expect(state(page)).toHaveText('in');
  expect(await readsPrivately(page, place)).toBe(true);
});

test('a provider that is down for a while', async ({ page, context, place }) => {
  await signedIn(page, place);
  await runOut(page);
  await page.route('**/.oidc/token', (route) => route.abort());
  await page.reload();
  await expect(state(page)).toHaveText('out: provider-down');
  await page.unroute('**/.oidc/token');
  // The network came back: nobody has to press anything.
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(state(page)).toHaveText('in');
  expect(await readsPrivately(page, place)).toBe(true);
});

test('a sign-in that was ended at the provider', async ({ page, place }) => {
  await signedIn(page, place);
  const { value } = (await refreshToken(page))!;
  await fetch(`${place.pods}.oidc/token/revocation`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token: value, client_id: `${place.app}client.jsonld` }).toString()
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
