import type { Page } from '@playwright/test';
import { ON_DEVICE } from './support/person.ts';
import { expect, test } from './support/world.ts';

/** The page's Cumulative Layout Shift so far, all windows added up: never less than the score (web-vitals). */
const shifted = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    // Entries of a frame are told after it.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return Reflect.get(window, 'shifted') as number;
  });

for (const width of [320, 1280])
  test(`a first visit at ${width} px: nothing that is shown moves`, async ({ browser, world }) => {
    const context = await browser.newContext({
      ...ON_DEVICE,
      baseURL: world.app,
      viewport: { width, height: 800 }
    });
    const page = await context.newPage();
    await page.addInitScript(() => {
      Object.assign(window, { shifted: 0 });
      new PerformanceObserver((list) => {
        const sum = list
          .getEntries()
          .reduce((all, entry) => all + (Reflect.get(entry, 'value') as number), 0);
        Object.assign(window, { shifted: (Reflect.get(window, 'shifted') as number) + sum });
      }).observe({ type: 'layout-shift', buffered: true });
    });
    // What the server offers is told late: the page stands without it, then with it.
    let tell = () => {};
    const told = new Promise<void>((resolve) => (tell = resolve));
    await page.route('**/config.json', async (route) => {
      await told;
      await route.continue();
    });
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const before = await shifted(page);
    tell();
    await expect(page.getByRole('link', { name: /Create my space/ })).toBeVisible();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    const after = await shifted(page);
    console.log(`layout shift at ${width} px: ${before.toFixed(4)}, then ${after.toFixed(4)}`);
    expect(after).toBeLessThanOrEqual(0.02);

    // What would be seen if something moved.
    await page.evaluate(() => {
      const pushing = document.createElement('div');
      pushing.style.blockSize = '200px';
      document.body.prepend(pushing);
    });
    await expect.poll(() => shifted(page)).toBeGreaterThan(0.02);
    await context.close();
  });
