import type { Page } from '@playwright/test';
import { ON_DEVICE, Person } from './support/person.ts';
import { expect, test } from './support/world.ts';

/** All that a tab's page keeps outside of the database. */
const kept = (page: Page) =>
  page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));

test('leaving a shared computer, and the network', async ({ browser, world }) => {
  test.setTimeout(180_000);
  const anna = await Person.at(browser, 'Anna Away', world, ON_DEVICE);
  const { page } = anna;
  await page.goto('/signup');
  await anna.signUp();
  await anna.prepare();
  await expect(page).toHaveURL(/\/home$/);

  await test.step('a page never opened before opens offline', async () => {
    await expect(page.getByText('Up to date')).toBeVisible();
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'People' }).click();
    await expect(page.getByRole('heading', { name: 'Find somebody' })).toBeVisible();
    await page.getByRole('link', { name: 'You', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Your space' })).toBeVisible();
    await page.context().setOffline(false);
  });

  await test.step('an address that is none: a way on', async () => {
    await page.goto('/u?id=nonsense');
    await expect(page.getByText('No address was given.')).toBeVisible();
    await expect(page).toHaveTitle('People · Hearth');
    // A document that is there and tells of somebody else.
    await anna.goTo(`/u?id=${encodeURIComponent(anna.webId.replace('#me', '#nobody'))}`);
    await expect(page.getByText('Nobody was found at this address.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ask to be friends' })).toHaveCount(0);
  });

  await test.step('a name that is too long: it is said, and not cut', async () => {
    await anna.goTo('/settings/profile');
    await page.getByLabel('Your name').fill('a'.repeat(90));
    await expect(page.getByText('This one has 10 too many.')).toBeVisible();
    await expect(page.getByLabel('Your name')).toHaveValue('a'.repeat(90));
  });

  await test.step('signing out and forgetting ends every tab, and leaves no name', async () => {
    await anna.goHome();
    await anna.post('A long one. '.repeat(400).trim());
    const other = await page.context().newPage();
    for (const tab of [other, page]) {
      await tab.goto('/home');
      await expect(tab.getByText('Up to date')).toBeVisible();
      await tab.mouse.move(640, 400);
      await tab.mouse.wheel(0, 500);
      await expect.poll(() => tab.evaluate(() => scrollY)).toBeGreaterThan(0);
      await tab.getByRole('link', { name: 'People' }).click();
      await expect(tab.getByRole('heading', { name: 'Find somebody' })).toBeVisible();
      // Where they read is kept, by the address of the post.
      expect(await kept(tab)).toContain(anna.storage);
      await tab.getByRole('link', { name: 'You', exact: true }).click();
    }
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign out and forget' }).click();
    await expect(other).toHaveURL(/\/login/);
    await expect(page).toHaveURL(/\/$/);
    for (const tab of [other, page]) {
      await expect.poll(() => kept(tab)).not.toContain(anna.handle);
      await tab.reload();
      expect(await kept(tab)).not.toContain(anna.handle);
    }
    await other.goto('/login');
    await expect(other.getByLabel('Your address')).toBeVisible();
    await expect(other.getByText('Been here before')).toHaveCount(0);
  });

  await test.step('a provider that lets in somebody else than asked for: it is said', async () => {
    const bea = await Person.at(browser, 'Bea Other', world);
    await bea.page.goto('/signup');
    await bea.signUp();
    await expect(bea.page).toHaveURL(/\/setup/);
    await page.goto('/login');
    await page.getByLabel('Your address').fill(bea.webId);
    await expect(page.getByText('That is')).toBeVisible();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await anna.consent();
    await expect(page.getByText(/signed you in as .*anna-away, not as .*bea-other/)).toBeVisible();
    await bea.page.context().close();
  });
  await page.context().close();
});
