import type { Page } from '@playwright/test';
import { settled } from '../live/at-browser.ts';

/** ms */
const LONGEST = 120_000;

/** Whether an article with this text stands anywhere in the list, once everything has arrived: looks down to its end. */
export async function shows(page: Page, text: string): Promise<boolean> {
  await page.getByRole('article').first().waitFor();
  await settled(page);
  await page.keyboard.press('Home');
  const wanted = page.getByRole('article').filter({ hasText: text });
  const end = page.getByText(/^That is everything/);
  const until = Date.now() + LONGEST;
  while (Date.now() < until) {
    if ((await wanted.count()) > 0) return true;
    // A list draws what is near: the next part of it comes with the scrolling, two frames later at most.
    const atEnd = await page.evaluate(async () => {
      scrollBy(0, innerHeight / 2);
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      return scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    });
    // Older posts come when the end is near; what says that there are none is the end.
    if (!atEnd || !(await end.isVisible())) continue;
    // The last rows are drawn a moment after the end has come into view.
    return wanted
      .first()
      .waitFor({ timeout: 3_000 })
      .then(
        () => true,
        () => false
      );
  }
  throw new Error('The list had no end in time.');
}
