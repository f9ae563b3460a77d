import { expect, test, type Page } from '@playwright/test';
import { createPerson } from '../../pod-server/dist/account.js';
import { start, type PodServer } from '../../pod-server/dist/start.js';

// The page that asks "may this app use your space?", met with an app that means no good.
const name = '<img src="https://evil.example/x.png" onerror="document.title=1">Hearth';
const back = 'http://localhost:9/back';
const account = { email: 'anna@example.org', password: 'anna-secret' };
let pods: PodServer;

test.beforeAll(async () => {
  pods = await start({ memory: true });
  await createPerson(pods.url, { name: 'Anna', handle: 'anna', ...account });
});
test.afterAll(() => pods.stop());

/** The way an app comes that has only registered itself: with a name and a picture of its choice. */
async function asked(page: Page): Promise<void> {
  const answer = await fetch(`${pods.url}.oidc/reg`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      redirect_uris: [back],
      client_name: name,
      logo_uri: 'https://evil.example/logo.png'
    })
  });
  const { client_id } = (await answer.json()) as { client_id: string };
  const request = { client_id, redirect_uri: back, response_type: 'code', scope: 'openid webid' };
  const proof = { code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' };
  await page.goto(`${pods.url}.oidc/auth?${new URLSearchParams({ ...request, ...proof })}`);
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Log in' }).click();
}

test('an app can choose its name, but not its address, and not what the page does', async ({ page }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(pods.url)) elsewhere.push(request.url());
  });
  await asked(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^<img src=.* wants to use your space$/);
  await expect(page.getByRole('definition').nth(1)).toHaveText('http://localhost:9');
  await expect(page.getByRole('radio')).toBeChecked();
  await expect(page.getByRole('button', { name: 'Allow' })).toBeEnabled();
  await expect(page.locator('main img')).toHaveCount(0);
  await expect(page.locator('main')).not.toContainText(/web ?id|\bpod\b|client/i);
  expect(elsewhere).toEqual([]);

  const no = page.waitForRequest((request) => request.url().startsWith(back));
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(new URL((await no).url()).searchParams.get('error')).toBe('access_denied');
});

test('a press before the page knows what was asked is not lost', async ({ page }) => {
  let letGo = () => {};
  const held = new Promise<void>((go) => (letGo = go));
  // What the page asks first; the pages of that address go through.
  await page.route(`${pods.url}.account/`, async (route) => {
    if (route.request().resourceType() === 'fetch' && page.url().includes('/consent/')) await held;
    await route.continue();
  });
  await asked(page);
  await expect(page.getByRole('heading', { name: 'An app wants to use your space' })).toBeVisible();
  const no = page.waitForRequest((request) => request.url().startsWith(back));
  await page.getByRole('button', { name: 'Cancel' }).click();
  // The second press of somebody who clicks twice asks for nothing more.
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeDisabled();
  letGo();
  expect(new URL((await no).url()).searchParams.get('error')).toBe('access_denied');
});

test('a request that has run out says so', async ({ page }) => {
  await page.goto(`${pods.url}.account/oidc/consent/`);
  await expect(page.getByRole('alert')).toHaveText(/has run out. Go back to the app/);
  await expect(page.getByRole('button', { name: /allow/i })).toBeHidden();
});
