import type { Page } from '@playwright/test';
import type { Neighbour } from '../../scripts/demo/neighbour.ts';

/** From the sign-in page through the provider's own pages to the home page. */
export async function signIn(page: Page, who: Neighbour): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('Your address').fill(who.webId);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByLabel(/e-?mail/i).fill(who.email);
  await page.getByLabel(/password/i).fill(who.password);
  await page.getByRole('button', { name: /log in/i }).click();
  await page.getByRole('button', { name: /authorize|allow/i }).click();
  await page.waitForURL(/\/home$/);
}
