import type { Page } from '@playwright/test';
import { article, expect, readingAs, test } from './bad-input/support/bad-input.ts';
import { befriend } from '../scripts/demo/befriend.ts';
import { moveIn } from './bad-input/support/neighbour.ts';
import { look } from './look/look.ts';
import { writtenOverDays } from './support/written-over-days.ts';

// Ben wrote more than his page holds: whoever reads on finds all of it, in order, and their place in it again.

const reading = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('article[data-post]')];
    const first = all.find((each) => each.getBoundingClientRect().top >= 0)!;
    return { post: first.dataset.post!, top: first.getBoundingClientRect().top };
  });
const topOf = (page: Page, post: string) =>
  page.locator(`article[data-post="${post}"]`).evaluate((each) => each.getBoundingClientRect().top);

test('older posts come as the end comes near', async ({ browser, place }) => {
  test.setTimeout(240_000);
  const anna = await moveIn(place.pods, 'Anna Ash');
  const ben = await moveIn(place.pods, 'Ben Birch');
  await befriend(ben.house, anna.house);
  await writtenOverDays(ben, { count: 120, hours: 4, name: 'Ben' });

  const { page } = await readingAs(browser, place, anna);
  const days: string[] = [];
  // A friend's document is asked for without a token first, and again with one when that is refused.
  page.on('response', (response) => {
    const day = /\/social\/friends\/\d{4}\/(.+)\.ttl$/.exec(response.url())?.[1];
    if (response.request().method() === 'GET' && response.status() !== 401 && day) days.push(day);
  });
  await expect(article(page, 'Ben 1.')).toBeVisible();
  await expect(page.getByText('Up to date')).toBeVisible();
  expect(days).toEqual([]);

  const numbers = new Set<number>();
  await page.mouse.move(640, 400);
  await expect(async () => {
    await page.mouse.wheel(0, 500);
    for (const text of await page.getByRole('article').allInnerTexts())
      numbers.add(Number(/Ben (\d+)\./.exec(text)?.[1]));
    await expect(page.getByText(/^That is everything since/)).toBeInViewport({ timeout: 50 });
  }).toPass({ intervals: [50], timeout: 120_000 });
  expect([...numbers].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, n) => n + 1));
  expect(days.toSorted()).toEqual([...new Set(days)].toSorted());
  expect(days).toEqual(days.toSorted().reverse());

  await look(page, 'home-end');
  await page.setViewportSize({ width: 1280, height: 720 });

  // A reload, deep in what is older.
  await page.mouse.wheel(0, -2_000);
  await expect(page.getByText(/^That is everything since/)).not.toBeInViewport();
  const { post, top } = await reading(page);
  await page.reload();
  await expect(page.locator(`article[data-post="${post}"]`)).toBeVisible({ timeout: 30_000 });
  await expect.poll(async () => Math.abs((await topOf(page, post)) - top)).toBeLessThanOrEqual(1);

  // His own page has the same posts, and finds the place again although what stands above them comes late.
  await page.goto(`/u?id=${encodeURIComponent(ben.webId)}`);
  await expect(article(page, 'Ben 1.')).toBeVisible();
  await page.mouse.move(640, 400);
  await page.mouse.wheel(0, 3_000);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(2_000);
  const there = await reading(page);
  await page.reload();
  await expect(page.locator(`article[data-post="${there.post}"]`)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Up to date')).toBeVisible();
  await expect.poll(async () => Math.abs((await topOf(page, there.post)) - there.top)).toBeLessThanOrEqual(1);
  await page.context().close();
});
