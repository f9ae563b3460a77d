import type { Page, Request, Route } from '@playwright/test';
import { ON_DEVICE, Person } from './support/person.ts';
import { expect, test } from './support/world.ts';

const BOX = 'What do you want to say?';
const pill = (page: Page) => page.getByRole('banner').getByRole('button');
const list = (page: Page) => page.getByRole('dialog', { name: 'On its way' });

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: BOX }).fill(text);
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(page.getByRole('article').filter({ hasText: text })).toBeVisible();
}

/** Every write to this space is answered so; reading goes on. Answers the way to stop. */
async function answering(
  person: Person,
  how: (route: Route) => Promise<void>,
  what: (request: Request) => boolean = () => true
): Promise<() => Promise<void>> {
  const address = `${person.storage}**`;
  const handler = (route: Route) => {
    const writes = !['GET', 'HEAD', 'OPTIONS'].includes(route.request().method());
    return writes && what(route.request()) ? how(route) : route.fallback();
  };
  await person.page.route(address, handler);
  return () => person.page.unroute(address, handler);
}
const CORS = { 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' };
const status = (code: number) => (route: Route) => route.fulfill({ status: code, headers: CORS, body: '' });

test('the pill says how things stand, the list says why, and everything can be decided there', async ({
  browser,
  world
}) => {
  test.setTimeout(240_000);
  const stella = await Person.at(browser, 'Stella Status', world, {
    ...ON_DEVICE,
    permissions: ['clipboard-read', 'clipboard-write']
  });
  await stella.live();
  const { page } = stella;
  await stella.post('While all is well');

  await test.step('offline: it counts what she did, not documents, and says so in the list', async () => {
    await page.context().setOffline(true);
    await expect(pill(page)).toHaveText('Offline');
    await say(page, 'First without a network');
    await expect(pill(page)).toHaveText('Offline, 1 waiting');
    await say(page, 'Second without a network');
    await expect(pill(page)).toHaveText('Offline, 2 waiting');
    await expect(page.getByRole('article').first()).toContainText('Kept on this device, waiting to be sent');
    await pill(page).click();
    const items = list(page).getByRole('listitem');
    await expect(items).toHaveCount(2);
    await expect(items.first()).toContainText('Post to friends');
    await expect(items.first()).toContainText('First without a network');
    await expect(items.first()).toContainText('Waits for a connection');
  });

  await test.step('giving up can be undone; editing puts the text back into the box', async () => {
    const items = list(page).getByRole('listitem');
    await items.first().getByRole('button', { name: 'Give up' }).click();
    await expect(items).toHaveCount(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(items).toHaveCount(2);
    await expect(items.nth(1)).toContainText('First without a network');
    await items.first().getByRole('button', { name: 'Edit' }).click();
    await expect(page.getByRole('textbox', { name: BOX }).first()).toHaveValue('Second without a network');
    await page.keyboard.press('Escape');
    await expect(pill(page)).toHaveText('Offline, 1 waiting');
  });

  await test.step('back: saved, and up to date', async () => {
    await page.context().setOffline(false);
    await stella.signedIn();
    await pill(page).click();
    await expect(list(page)).toContainText('Everything you did has arrived.');
    await list(page).getByRole('button', { name: 'Close' }).click();
    await stella.goHome();
    await expect(stella.article('First without a network')).toHaveCount(1);
    await expect(stella.article('First without a network')).not.toContainText('waiting');
    await page.getByRole('textbox', { name: BOX }).fill('');
  });

  await test.step('her space does not answer: the pill and the list say whose, and when it is tried again', async () => {
    // Hers answers again from the press on: by itself it is asked every few seconds, and would take the button away.
    let pressed = false;
    await page.exposeFunction('pressed', () => void (pressed = true));
    await page.evaluate(() =>
      document.addEventListener(
        'click',
        (event) => {
          if ((event.target as Element).textContent?.trim() === 'Try now')
            (window as unknown as { pressed(): void }).pressed();
        },
        true
      )
    );
    const stop = await answering(stella, (route) =>
      pressed ? route.fallback() : route.abort('connectionrefused')
    );
    await say(page, 'Into the void');
    await expect(pill(page)).toHaveText('Your space is not answering, 1 waiting');
    await pill(page).click();
    const item = list(page).getByRole('listitem');
    await expect(item).toContainText(/Your space is not answering; (next try in \d+ (s|min)|trying now)/);
    await item.getByRole('button', { name: 'Try now' }).click();
    await expect(list(page)).toContainText('Everything you did has arrived.');
    await stop();
    await list(page).getByRole('button', { name: 'Close' }).click();
    await stella.signedIn();
  });

  for (const [code, title] of [
    [403, 'Your space does not let you write here.'],
    [507, 'Your space is full.'],
    [413, 'Your space is full.']
  ] as const) {
    await test.step(`${code}: the reason, at the post and in the list; try again works`, async () => {
      const text = `Refused with ${code}`;
      const stop = await answering(stella, status(code));
      await say(page, text);
      await expect(pill(page)).toHaveText('1 not sent, needs you');
      await expect(stella.article(text).getByRole('alert')).toContainText(title);
      await expect(stella.article(text)).toContainText('Your text is safe on this device.');
      await pill(page).click();
      await expect(list(page).getByRole('listitem')).toContainText(title);
      await list(page).getByRole('button', { name: 'Close' }).click();
      await stella.article(text).getByRole('button', { name: 'Copy the text' }).click();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
      await stop();
      await stella.article(text).getByRole('button', { name: 'Try again' }).click();
      await stella.signedIn();
    });
  }

  await test.step('a refused change: edit brings its text back, at the post', async () => {
    const stop = await answering(stella, status(403));
    await stella.menu('Into the void', 'Change');
    const box = page.getByRole('textbox', { name: 'The text of your post' });
    await box.fill('Out of the void');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(pill(page)).toHaveText('1 not sent, needs you');
    await stop();
    await stella.article('Out of the void').getByRole('button', { name: 'Edit' }).click();
    await expect(box).toHaveValue('Out of the void');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(stella.article('Out of the void')).toBeVisible();
    await stella.signedIn();
  });

  await test.step('a refused change of her profile says so there', async () => {
    await page.goto('/settings/profile');
    await stella.signedIn();
    const stop = await answering(stella, status(403));
    await page.getByRole('textbox', { name: 'A few words about you' }).fill('Out of nothing');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page).toHaveURL(/\/u\?id=/);
    await expect(page.getByRole('alert')).toContainText('Your space does not let you write here.');
    await page.getByRole('alert').getByRole('button', { name: 'Edit' }).click();
    await expect(page.getByRole('textbox', { name: 'A few words about you' })).toHaveValue('Out of nothing');
    await expect(pill(page)).toHaveText('Up to date');
    await stop();
  });

  await test.step('an invitation made offline says that it is not there yet', async () => {
    await page.getByRole('link', { name: 'People' }).click();
    await page.context().setOffline(true);
    await expect(pill(page)).toHaveText('Offline');
    await page.getByRole('button', { name: 'Invite a friend' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Invite a friend' });
    await expect(dialog).toContainText('Kept on this device, waiting to be sent');
    await page.context().setOffline(false);
    await expect(dialog).not.toContainText('waiting to be sent');
    await page.keyboard.press('Escape');
    await stella.signedIn();
  });
  await page.context().close();
});
