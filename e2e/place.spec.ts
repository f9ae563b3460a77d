import type { Page } from '@playwright/test';
import { frameTimes } from './support/frame-times.ts';
import { expect, test } from './support/world.ts';

// What is being read stays where it is: whatever comes, goes or grows above it, after going back, after a reload.

const COUNT = 5_000;

async function open(page: Page, app: string) {
  await page.goto(`${app}workbench?only=list&count=${COUNT}`);
  await expect(page.getByRole('article').first()).toBeVisible();
}

/** The first post that begins in the window, and where its top stands (CSS px). */
const reading = (page: Page) =>
  page.evaluate(() => {
    const tops = [...document.querySelectorAll<HTMLElement>('article[data-post]')].map((article) => ({
      post: article.dataset.post!,
      top: article.getBoundingClientRect().top
    }));
    return tops.find(({ top }) => top >= 0)!;
  });
const topOf = (page: Page, post: string) =>
  page.locator(`article[data-post="${post}"]`).evaluate((article) => article.getBoundingClientRect().top);
const drawn = (page: Page) => page.getByRole('article').count();

/** Rolls the wheel like a person, until so much (CSS px) lies above. */
async function rollTo(page: Page, y: number) {
  await page.mouse.move(640, 300);
  await expect(async () => {
    await page.mouse.wheel(0, Math.min(2_000, Math.max(-2_000, y - (await page.evaluate(() => scrollY)))));
    expect(Math.abs((await page.evaluate(() => scrollY)) - y)).toBeLessThan(1);
  }).toPass({ intervals: [30], timeout: 30_000 });
}

test('five thousand posts: few are drawn, and nothing above moves what is read', async ({
  browser,
  world
}) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await open(page, world.app);
  expect(await drawn(page)).toBeLessThanOrEqual(40);
  await rollTo(page, 12_345);
  expect(await drawn(page)).toBeLessThanOrEqual(40);

  const actions = [
    'Add above',
    'Add a hundred',
    'Insert between',
    'Delete above',
    'Change above',
    'Add above'
  ];
  const shifts: string[] = [];
  for (const action of actions) {
    const { post, top } = await reading(page);
    const before = await page.evaluate(() => scrollY);
    await page.getByRole('button', { name: action, exact: true }).click();
    await expect.poll(() => page.evaluate(() => scrollY), action).not.toBe(before);
    // What was changed is drawn and measured within two frames.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    );
    const shift = Math.abs((await topOf(page, post)) - top);
    shifts.push(`${action} ${shift.toFixed(3)}`);
    expect(shift, action).toBeLessThanOrEqual(1);
    expect(await drawn(page)).toBeLessThanOrEqual(40);
  }
  console.log(`shifts (px): ${shifts.join(', ')}; drawn: ${await drawn(page)}`);
  // One post after the other, in their order, without holes.
  const holes = await page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].map((row) =>
      row.getBoundingClientRect()
    );
    return rows.slice(1).filter(({ top }, index) => Math.abs(top - rows[index]!.bottom) > 0.1).length;
  });
  expect(holes).toBe(0);
  await page.close();
});

test('an open menu stays open while something comes in above, and closes when somebody rolls on', async ({
  browser,
  world
}) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await open(page, world.app);
  await rollTo(page, 5_000);
  const { post } = await reading(page);
  await page.locator(`article[data-post="${post}"]`).getByRole('button', { name: /^More/ }).click();
  const item = page.getByRole('menuitem').first();
  await expect(item).toBeVisible();
  const before = await page.evaluate(() => scrollY);
  // Not pressed: a press beside a menu closes it.
  await page
    .getByRole('button', { name: 'Add above', exact: true })
    .evaluate((button: HTMLElement) => button.click());
  await expect.poll(() => page.evaluate(() => scrollY)).not.toBe(before);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await expect(item).toBeVisible();
  await page.mouse.move(640, 300);
  await page.mouse.wheel(0, 200);
  await expect(item).toBeHidden();
  await page.close();
});

test('what is deleted leaves the next one in its place', async ({ browser, world }) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await open(page, world.app);
  await rollTo(page, 5_000);
  const { post, top } = await reading(page);
  const all = await drawn(page);
  await page.getByRole('button', { name: 'Delete this', exact: true }).click();
  expect(Math.abs((await topOf(page, post)) - top)).toBeLessThanOrEqual(1);
  expect(all).toBeLessThanOrEqual(40);
  await page.close();
});

test('back and a reload return to the exact place', async ({ browser, world }) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await open(page, world.app);
  await rollTo(page, 7_777);
  const { post, top } = await reading(page);
  await page.locator(`article[data-post="${post}"]`).locator('a:has(time)').click();
  await expect(page).toHaveURL(/only=posts/);
  await expect(page.locator('[data-row]')).toHaveCount(0);
  await page.goBack();
  await expect(page.locator(`article[data-post="${post}"]`)).toBeVisible();
  const back = Math.abs((await topOf(page, post)) - top);
  await page.reload();
  await expect(page.locator(`article[data-post="${post}"]`)).toBeVisible();
  const reloaded = Math.abs((await topOf(page, post)) - top);
  console.log(`back ${back.toFixed(3)} px, reload ${reloaded.toFixed(3)} px`);
  expect(back).toBeLessThanOrEqual(1);
  expect(reloaded).toBeLessThanOrEqual(1);
  // A new way to the same page begins at the top.
  await page.goto(`${world.app}workbench?only=saying`);
  await open(page, world.app);
  await expect(page.locator('article[data-post="post-0"]')).toBeInViewport();
  await page.close();
});

test('by keyboard: from post to post, and the focused one is never taken away', async ({
  browser,
  world
}) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await open(page, world.app);
  for (let index = 0; index < 30; index++) {
    await page.keyboard.press('j');
    await expect(page.locator(`article[data-post="post-${index}"]`)).toBeFocused();
    await expect(page.locator(`article[data-post="post-${index}"]`)).toBeInViewport();
  }
  await page.keyboard.press('k');
  const focused = page.locator('article[data-post="post-28"]');
  await expect(focused).toBeFocused();
  await expect(focused).toHaveAttribute('aria-posinset', '29');
  await expect(focused).toHaveAttribute('aria-setsize', `${COUNT}`);
  await rollTo(page, 60_000);
  await expect(focused).toBeFocused();
  await expect(focused).not.toBeInViewport();
  expect(await drawn(page)).toBeLessThanOrEqual(40);
  await page.keyboard.press('j');
  await expect(page.locator('article[data-post="post-29"]')).toBeFocused();
  await expect(page.locator('article[data-post="post-29"]')).toBeInViewport();
  await page.close();
});

test('scrolling through all of them: the slowest frame', async ({ browser, world }) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await open(page, world.app);
  const { wall, own } = await frameTimes(page, 400, 300);
  const say = (times: readonly number[]) =>
    `worst ${times[0]!.toFixed(1)}, p99 ${times[4]!.toFixed(1)}, median ${times[200]!.toFixed(1)}`;
  console.log(`frames (ms): ${say(wall)}; the page's own work: ${say(own)}`);
  expect(await drawn(page)).toBeLessThanOrEqual(40);
  // Two frames of a screen at 60 Hz. Not by the clock on the wall: this machine may be busy.
  expect(own.length).toBeGreaterThan(390);
  expect(own[200]!).toBeGreaterThan(0);
  expect(own[1]!).toBeLessThanOrEqual(34);
  // One may have met the collecting of garbage.
  expect(own[0]!).toBeLessThanOrEqual(68);
  await page.close();
});
