import type { Page } from '@playwright/test';
import { settled } from '../live/at-browser.ts';

/** Whether an article with this text stands anywhere in the list, once everything has arrived: looks down to its end. */
export async function shows(page: Page, text: string): Promise<boolean> {
  await page.getByRole('article').first().waitFor();
  await settled(page);
  await page.keyboard.press('Home');
  const wanted = page.getByRole('article').filter({ hasText: text });
  for (;;) {
    if ((await wanted.count()) > 0) return true;
    // A list draws what is near: the next part of it comes with the scrolling, two frames later at most.
    const moved = await page.evaluate(async () => {
      const before = scrollY;
      scrollBy(0, innerHeight / 2);
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      return scrollY !== before;
    });
    if (moved) continue;
    // Older posts are on their way.
    if (await page.getByText('Looking further back').isVisible()) continue;
    return (await wanted.count()) > 0;
  }
}
