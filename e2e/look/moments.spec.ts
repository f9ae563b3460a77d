import type { Page } from '@playwright/test';
import { momentAt } from '../../src/lib/people/moment.ts';
import { publish } from '../../src/lib/posts/publish.ts';
import { signIn } from '../bad-input/support/bad-input.ts';
import { befriend } from '../../scripts/demo/befriend.ts';
import type { Neighbour } from '../../scripts/demo/neighbour.ts';
import { moveIn } from '../bad-input/support/neighbour.ts';
import { runOut } from '../session/place.ts';
import { lookedBefore } from '../support/looked-before.ts';
import { ON_DEVICE } from '../support/person.ts';
import { expect, test, type World } from '../support/world.ts';
import { look } from './look.ts';

// The screens at the moments that are easily missed: nothing there yet, nothing there at all, something new, no network.
const LONG = 'Wilhelmina-Charlotte von und zu Hohenstaufen-Württemberg-Sigmaringen';

/** Signs in on a new device; `before` sees the page before it shows anything of the person's own. */
async function arriving(page: Page, who: Neighbour, before = async () => {}): Promise<void> {
  await page.goto('/login');
  await before();
  await signIn(page, who.webId, who);
  await expect(page).toHaveURL(/\/home$/);
}
async function writes(who: Neighbour, count: number, hoursAgo: number, text: string): Promise<void> {
  for (let number = 1; number <= count; number++) {
    const at = momentAt(new Date(Date.now() - hoursAgo * 3_600_000 - (count - number) * 60_000));
    const more = 'The rain stayed over the hills all day. '.repeat((number * 7) % 5);
    await publish(who.house, { text: `${text} ${number}. ${more}`, audience: 'friends' }, at);
  }
  await who.house.allSent();
}
const upToDate = (page: Page) => expect(page.getByText('Up to date')).toBeVisible();
const article = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });
/** Every writing to this space is refused. */
const refusing = (page: Page, world: World) =>
  page.route(`${world.pods}**`, (route) =>
    ['GET', 'HEAD', 'OPTIONS'].includes(route.request().method())
      ? route.fallback()
      : route.fulfill({ status: 403, headers: { 'access-control-allow-origin': '*' }, body: '' })
  );

test('Home and what stands in its way', async ({ browser, world }) => {
  test.setTimeout(420_000);
  const anna = await moveIn(world.pods, 'Anna Ash');
  const ben = await moveIn(world.pods, LONG);
  const page = await (await browser.newContext({ ...ON_DEVICE, baseURL: world.app })).newPage();

  await test.step('nothing there', async () => {
    await arriving(page, anna);
    await expect(page.getByText('It is quiet here')).toBeVisible();
    await upToDate(page);
    await look(page, 'home-empty');
    // One device of hers answers the letter; another that takes it in at the same moment is another story.
    await page.goto(`${world.app}icon.svg`);
  });

  await befriend(ben.house, anna.house);
  await writes(ben, 12, 48, 'Before');

  await test.step('nothing has come yet', async () => {
    const other = await (await browser.newContext({ baseURL: world.app })).newPage();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await arriving(other, anna, async () => {
      await other.route('**/recent.ttl', async (route) => {
        await held;
        await route.fallback();
      });
    });
    await expect(other.getByRole('textbox', { name: 'What do you want to say?' })).toBeVisible();
    await expect(other.getByRole('article')).toHaveCount(0);
    await look(other, 'home-loading');
    release();
    await expect(article(other, 'Before 12.')).toBeVisible();
    await other.context().close();
  });

  await test.step('the line, and the new-posts pill', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('/home');
    await expect(article(page, 'Before 12.')).toBeVisible();
    await upToDate(page);
    await page.goto(`${world.app}icon.svg`);
    await lookedBefore(page);
    await writes(ben, 3, 1, 'While away');
    await page.goto('/home');
    await expect(article(page, 'While away 3.')).toBeVisible();
    await expect(page.getByText(/^New since/)).toHaveCount(1);
    await upToDate(page);
    await look(page, 'home-line');

    await page.setViewportSize({ width: 1280, height: 800 });
    await article(page, 'While away 1.').scrollIntoViewIfNeeded();
    await page.mouse.move(640, 400);
    await page.mouse.wheel(0, 300);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);
    await writes(ben, 2, 0, 'While reading');
    await page.evaluate(() => void dispatchEvent(new Event('focus')));
    await expect(page.getByRole('button', { name: '2 new posts' })).toBeVisible({ timeout: 60_000 });
    await look(page, 'home-pill');
  });

  await test.step('one post', async () => {
    await article(page, 'Before 12.').locator('a:has(time)').click();
    await expect(page).toHaveURL(/\/post\?u=/);
    await expect(article(page, 'Before 12.')).toBeVisible();
    await look(page, 'post');
    await page.goto(`/post?u=${encodeURIComponent(`${ben.space.storage}social/friends/nothing.ttl#p`)}`);
    await expect(page.getByText('There is no post here (any more).')).toBeVisible();
    await look(page, 'post-missing');
  });

  await test.step('no network, and what waits', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('/home');
    await upToDate(page);
    const box = page.getByRole('textbox', { name: 'What do you want to say?' });
    const say = async (text: string) => {
      await box.fill(text);
      await page.getByRole('button', { name: 'Post', exact: true }).click();
      await expect(article(page, text.slice(0, 30)).first()).toBeVisible();
    };
    await page.context().setOffline(true);
    await expect(page.getByText('Offline', { exact: true })).toBeVisible();
    await look(page, 'home-offline');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.context().setOffline(false);
    await upToDate(page);
    await refusing(page, world);
    await say('Refused, and then something went on that nobody had thought of before.');
    await expect(page.getByText('1 not sent, needs you')).toBeVisible();
    await look(page, 'home-refused');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('/settings/profile');
    await page.getByRole('textbox', { name: 'A few words about you' }).fill('Out of nothing');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Home' }).first().click();
    await page.context().setOffline(true);
    await say(`Offline: ${'a-word-that-does-not-end-'.repeat(8)}`);
    await say('And one more without a network. '.repeat(8));
    await page.getByRole('banner').getByRole('button').click();
    const list = page.getByRole('dialog', { name: 'On its way' });
    await expect(list.getByRole('listitem')).toHaveCount(4);
    await look(page, 'waiting');
    await page.keyboard.press('Escape');
    await page.unrouteAll();
    await page.context().setOffline(false);
  });

  await test.step('the provider does not answer', async () => {
    await runOut(page);
    await page.route('**/.oidc/token', (route) => route.abort());
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('/home');
    await expect(page.getByText('Your provider does not answer.')).toBeVisible();
    await look(page, 'signed-out');
  });
  await page.context().close();
});
