import { expect, test as base, type Browser, type Page } from '@playwright/test';
import type { Neighbour } from '../../../scripts/demo/neighbour.ts';
import { openPlace, type Place } from './place.ts';
import { watch, type Watch } from './watch.ts';

/** Somebody at their browser, signed in, and what must not happen there. */
export interface Reading {
  readonly page: Page;
  readonly watch: Watch;
}

export const test = base.extend<object, { place: Place }>({
  place: [
    async ({ browserName: _ }, use) => {
      const place = await openPlace();
      await use(place);
      await place.stop();
    },
    { scope: 'worker', timeout: 60_000 }
  ]
});

/** Opens a browser and signs in with the provider's own pages. */
export async function readingAs(
  browser: Browser,
  place: Pick<Place, 'app' | 'pods'>,
  who: Neighbour
): Promise<Reading> {
  const context = await browser.newContext({ baseURL: place.app, viewport: { width: 1280, height: 800 } });
  const seen = await watch(context, [place.app, place.pods]);
  const page = await context.newPage();
  await page.goto('/login');
  await signIn(page, who.webId, who);
  await expect(page).toHaveURL(/\/home$/);
  return { page, watch: seen };
}

/** From the page with the one field to the end of the provider's own pages. */
export async function signIn(
  page: Page,
  address: string,
  account: { email: string; password: string }
): Promise<void> {
  await page.getByLabel('Your address').fill(address);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await logIn(page, account);
  await page.getByRole('button', { name: /authorize|allow/i }).click();
}

/** The provider's own page. */
export async function logIn(page: Page, account: { email: string; password: string }): Promise<void> {
  await page.getByLabel(/e-?mail/i).fill(account.email);
  await page.getByLabel(/password/i).fill(account.password);
  await page.getByRole('button', { name: /log in/i }).click();
}

export const article = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });

export { expect } from '@playwright/test';
