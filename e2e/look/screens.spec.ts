import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { publish } from '../../src/lib/posts/publish.ts';
import { momentAt } from '../../src/lib/people/moment.ts';
import { request } from '../../src/lib/people/friends/request.ts';
import { plan } from '../../src/lib/people/setup/plan.ts';
import { prepare } from '../../src/lib/people/setup/prepare.ts';
import { demoHouse } from '../../scripts/demo/demo-house.ts';
import { makeDemo } from '../../scripts/demo/demo.ts';
import { mark } from '../../scripts/demo/marker.ts';
import { expect, root, test, type World } from '../support/world.ts';
import { look } from './look.ts';

// Every screen, with little and with much in it (look.ts).
const LONG = 'Dr. Wilhelmina-Charlotte von und zu Hohenstaufen-Württemberg-Sigmaringen';

const accounts = () => import(join(root, 'pod-server/dist/account.js'));

/** The demo people, and one with a long name and much to say who is about to ask Alice. */
async function neighbourhood(world: World): Promise<void> {
  const { createPerson, settle, signIn } = await accounts();
  await mkdir(join(world.data, '.internal'), { recursive: true });
  await mark(world.data, { begun: new Date().toISOString() });
  const portraits = join(root, 'scripts/demo/portraits');
  await makeDemo({
    pods: world.pods,
    data: world.data,
    portraits,
    settle,
    signIn,
    say: () => undefined
  });
  const person = { name: LONG, handle: 'wilhelmina', email: 'w@example.org', password: 'wilhelmina-at-home' };
  const { webId, storage } = await createPerson(world.pods, person);
  const house = demoHouse(
    world.pods,
    { id: webId, storage, issuer: world.pods },
    await signIn(world.pods, { ...person, webId })
  );
  await prepare(house, await plan(house, { name: LONG }), () => undefined);
  for (let hour = 30; hour > 0; hour--) {
    const text =
      hour % 5 ? `Note ${hour}` : `# A ${'very '.repeat(40)}long one\nhttps://example.org/${'x'.repeat(200)}`;
    await publish(house, { text, audience: 'public' }, momentAt(new Date(Date.now() - hour * 3_600_000)));
  }
  await house.allSent();
  await request(house, `${world.pods}alice/profile/card#me`);
  await house.allSent();
  house.sync.close();
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('button', { name: /authorize|allow/i }).click();
}

/** A reload restores the sign-in by a trip to the provider: the pill says when that is over. */
async function arrive(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByText('Up to date')).toBeVisible();
}

test('before signing in', async ({ browser, world }) => {
  test.setTimeout(180_000);
  const page = await (await browser.newContext({ baseURL: world.app })).newPage();
  await page.goto('/');
  await expect(page.getByRole('link', { name: /Create my space/ })).toBeVisible();
  await look(page, 'welcome');
  await page.goto('/login');
  await page.getByLabel('Your address').fill('solid,example');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('That does not look like an address')).toBeVisible();
  await look(page, 'login');
  await page.goto('/signup');
  await page.getByRole('button', { name: 'Create my space' }).click();
  await expect(page.getByText('Your friends need a name to know you by.')).toBeVisible();
  await look(page, 'signup');
  await page.goto('/nowhere');
  await expect(page.getByText('There is nothing here')).toBeVisible();
  await look(page, 'nowhere');
  await page.goto('/i');
  await expect(page.getByText('This invitation is not complete.')).toBeVisible();
  await expect(page).toHaveTitle('Invitation · Hearth');
  await look(page, 'invitation-broken');
});

test('signed in', async ({ browser, world }) => {
  test.setTimeout(300_000);
  await neighbourhood(world);
  const page = await (await browser.newContext({ baseURL: world.app })).newPage();
  await page.goto('/login');
  await page.getByLabel('Your address').fill(`${new URL(world.pods).host}/alice`);
  await expect(page.getByText(/^That is Alice Ember at/)).toBeVisible();
  await look(page, 'login-found');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await signIn(page, 'alice@example.org', 'alice-at-home');

  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(page.getByText('Up to date')).toBeVisible();
  await look(page, 'home');
  await page.setViewportSize({ width: 320, height: 640 });
  await arrive(page, '/home?compose=1');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look(page, 'write');

  await arrive(page, '/people');
  await expect(page.getByRole('button', { name: 'Say yes' }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: /Wilhelmina/ })).toBeVisible();
  await look(page, 'people');
  await page.getByRole('button', { name: 'Invite a friend' }).first().click();
  await expect(page.getByRole('textbox', { name: 'Your invitation' })).toHaveValue(/\/i#/);
  await look(page, 'invite');
  await page.keyboard.press('Escape');

  await arrive(page, `/u?id=${encodeURIComponent(`${world.pods}wilhelmina/profile/card#me`)}`);
  await expect(page.getByRole('article').first()).toBeVisible();
  await look(page, 'person');
  await arrive(page, `/u?id=${encodeURIComponent(`${world.pods}bob/profile/card#me`)}`);
  await page.getByRole('article').first().getByRole('button', { name: /^More/ }).click();
  await page.getByRole('menuitem', { name: 'Look underneath' }).click();
  await expect(page.getByRole('dialog').getByText('as:content').first()).toBeVisible();
  await look(page, 'underneath');
  await page.keyboard.press('Escape');

  await arrive(page, '/settings');
  await expect(page.getByRole('textbox', { name: 'Your address' })).toBeVisible();
  await look(page, 'you');
  await arrive(page, '/settings/profile');
  await expect(page.getByLabel('Your name')).toHaveValue('Alice Ember');
  await look(page, 'profile');
  await arrive(page, '/setup');
  await expect(page.getByText('is there already').first()).toBeVisible();
  await look(page, 'setup');
});
