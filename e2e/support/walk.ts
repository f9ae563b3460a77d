import { expect, type Locator, type Page } from '@playwright/test';

/** Reads a long list from its top to its end: only what is near the window is drawn. `look` is called at each stop. */
export async function walk(page: Page, look: () => Promise<void>): Promise<void> {
  await stand(page, 0);
  for (;;) {
    await look();
    if (await atEnd(page)) return;
    await stand(page, await page.evaluate(() => scrollY + innerHeight * 0.8));
  }
}

/** Looks for something in a long list until it is there, from where it stands and then from the top. */
export async function seek(page: Page, what: Locator): Promise<void> {
  await expect(async () => {
    if ((await what.count()) > 0) return;
    await stand(page, (await atEnd(page)) ? 0 : await page.evaluate(() => scrollY + innerHeight * 0.8));
    expect(await what.count()).toBeGreaterThan(0);
  }).toPass({ timeout: 45_000, intervals: [10] });
}

const atEnd = (page: Page) =>
  page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 2);

/** Two frames: the list draws what is near, measures it, and draws again. */
async function stand(page: Page, top: number): Promise<void> {
  await page.evaluate(async (to) => {
    scrollTo(0, to);
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
  }, top);
}
