import type { Page } from '@playwright/test';
import { momentAt } from '../src/lib/people/moment.ts';
import { publish } from '../src/lib/posts/publish.ts';
import { remove } from '../src/lib/posts/remove.ts';
import { article, readingAs } from './bad-input/support/bad-input.ts';
import { befriend } from '../scripts/demo/befriend.ts';
import type { Neighbour } from '../scripts/demo/neighbour.ts';
import { moveIn } from './bad-input/support/neighbour.ts';
import { lookedBefore } from './support/looked-before.ts';
import { expect, test as base } from './support/world.ts';

// Anna reads Home while Ben writes: nothing moves under her eyes, and she finds again where she was.

const test = base.extend<object, { friends: { anna: Neighbour; ben: Neighbour } }>({
  friends: [
    async ({ world }, use) => {
      const anna = await moveIn(world.pods, 'Annika Ash');
      const ben = await moveIn(world.pods, 'Benno Birch');
      await befriend(ben.house, anna.house);
      for (let hour = 40; hour > 0; hour--) {
        const text = `Ben ${hour}. ${'The rain stayed over the hills all day. '.repeat((hour * 7) % 6)}`;
        await publish(
          ben.house,
          { text, audience: 'friends' },
          momentAt(new Date(Date.now() - hour * 3_600_000))
        );
      }
      await ben.house.allSent();
      anna.house.sync.close();
      await use({ anna, ben });
      ben.house.sync.close();
    },
    { scope: 'worker', timeout: 120_000 }
  ]
});

async function writes(ben: Neighbour, ...texts: string[]): Promise<string[]> {
  const posts: string[] = [];
  for (const text of texts) posts.push((await publish(ben.house, { text, audience: 'friends' })).post);
  await ben.house.allSent();
  return posts;
}
const reading = (page: Page) =>
  page.evaluate(() => {
    const tops = [...document.querySelectorAll<HTMLElement>('article[data-post]')].map((each) => ({
      post: each.dataset.post!,
      top: each.getBoundingClientRect().top
    }));
    return tops.find(({ top }) => top >= 0)!;
  });
const card = (page: Page, post: string) => page.locator(`article[data-post="${post}"]`);
const shiftOf = async (page: Page, { post, top }: { post: string; top: number }) =>
  Math.abs((await card(page, post).evaluate((each) => each.getBoundingClientRect().top)) - top);

async function rollTo(page: Page, y: number) {
  await page.mouse.move(640, 300);
  await expect(async () => {
    await page.mouse.wheel(0, y - (await page.evaluate(() => scrollY)));
    expect(Math.abs((await page.evaluate(() => scrollY)) - y)).toBeLessThan(1);
  }).toPass({ intervals: [30], timeout: 20_000 });
}
/** What the page brings in when somebody comes back to it. */
const comeBack = (page: Page) => page.evaluate(() => void dispatchEvent(new Event('focus')));

test('Ben writes while Anna reads', async ({ browser, world, friends: { anna, ben } }) => {
  test.setTimeout(180_000);
  const { page } = await readingAs(browser, world, anna);
  await expect(article(page, 'Ben 1.')).toBeVisible();
  await expect(page.getByText('Up to date')).toBeVisible();
  // The first visit has nothing old.
  await expect(page.getByText(/^New since/)).toHaveCount(0);

  await rollTo(page, 2_000);
  const place0 = await reading(page);
  const pill = page.getByRole('button', { name: /new posts?$/ });
  await expect(pill).toHaveCount(0);
  const [first] = await writes(ben, 'The first new one', 'The second new one', 'The third new one');
  await comeBack(page);
  await expect(page.getByRole('button', { name: '3 new posts' })).toBeVisible({ timeout: 60_000 });
  expect(await shiftOf(page, place0)).toBeLessThanOrEqual(1);
  await expect(page.getByRole('status').filter({ hasText: '3 new posts' })).toHaveCount(1);
  await expect(article(page, 'The third new one')).not.toBeInViewport();

  // One goes again, above what she reads.
  await remove(ben.house, first!);
  await ben.house.allSent();
  await comeBack(page);
  await expect(page.getByRole('button', { name: '2 new posts' })).toBeVisible({ timeout: 60_000 });
  expect(await shiftOf(page, place0)).toBeLessThanOrEqual(1);

  // Her place is there again: after a post's own page, and after a reload with a new post above.
  await card(page, place0.post).locator('a:has(time)').click();
  await expect(page).toHaveURL(/\/post\?u=/);
  await writes(ben, 'The fourth new one');
  await page.goBack();
  await expect(card(page, place0.post)).toBeVisible();
  expect(await shiftOf(page, place0)).toBeLessThanOrEqual(1);
  await page.reload();
  await expect(page.getByText('Up to date')).toBeVisible();
  await comeBack(page);
  await expect(page.getByRole('button', { name: '3 new posts' })).toBeVisible({ timeout: 60_000 });
  expect(await shiftOf(page, place0)).toBeLessThanOrEqual(1);

  await page.keyboard.press('.');
  await expect(article(page, 'The fourth new one')).toBeFocused();
  await expect(article(page, 'The fourth new one')).toBeInViewport();
  await expect(pill).toHaveCount(0);

  // At the very top they come in by themselves.
  await writes(ben, 'The fifth new one');
  await comeBack(page);
  await expect(article(page, 'The fifth new one')).toBeInViewport({ timeout: 60_000 });
  await expect(pill).toHaveCount(0);

  // A later visit: what was seen is old. This device last saw her ten minutes ago.
  await page.goto('about:blank');
  await writes(ben, 'Written while Anna was away');
  await page.goto(`${world.app}icon.svg`);
  await lookedBefore(page);
  await page.goto('/home');
  await expect(article(page, 'Written while Anna was away')).toBeVisible({ timeout: 60_000 });
  const line = page.getByText(/^New since \d/);
  await expect(line).toHaveCount(1);
  const order = await page
    .getByRole('feed')
    .evaluate((feed) =>
      [...feed.children].map((row) => (row as HTMLElement).innerText.replaceAll('\n', ' '))
    );
  expect(order[0]).toContain('Written while Anna was away');
  expect(order[1]).toContain('New since');
  expect(order[2]).toContain('The fifth new one');
  await page.context().close();
});

test('Anna without a mouse', async ({ browser, world, friends: { anna } }) => {
  const { page } = await readingAs(browser, world, anna);
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(page.getByText('Up to date')).toBeVisible();
  const box = page.getByRole('textbox', { name: 'What do you want to say?' });

  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('Next post')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const second = page.locator('article[aria-posinset="2"]');
  await expect(second).toBeFocused();
  // Writing from further down stands over the page, and Esc goes back to the post.
  const top = await second.evaluate((each) => each.getBoundingClientRect().top);
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog', { name: 'Write' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Write' })).toBeHidden();
  await expect(second).toBeFocused();
  expect(Math.abs((await second.evaluate((each) => each.getBoundingClientRect().top)) - top)).toBeLessThan(
    1.1
  );

  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/post\?u=/);
  await page.goBack();
  await expect(second).toBeVisible();
  expect(Math.abs((await second.evaluate((each) => each.getBoundingClientRect().top)) - top)).toBeLessThan(
    1.1
  );

  // At the top, Esc leaves the box and the letters are shortcuts again.
  await page.keyboard.press('.');
  await expect(page.locator('article[aria-posinset="1"]')).toBeFocused();
  await page.keyboard.press('c');
  await expect(box).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('article[aria-posinset="1"]')).toBeFocused();
  await page.keyboard.press('c');
  await expect(box).toBeFocused();
  await page.context().close();
});
