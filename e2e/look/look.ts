import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { keptOut } from '../support/kept-out.ts';

const SIZES = [
  { width: 320, height: 640 },
  { width: 1280, height: 800 }
];
const SCHEMES = ['light', 'dark'] as const;

/**
 * A screen as it stands, on the smallest phone and on a desk, in both themes: nobody is kept out (WCAG 2.2 AA as far as
 * axe sees) and nothing scrolls sideways. The pictures are kept for looking at. `height` in px, to have a long page whole.
 */
export async function look(page: Page, name: string, height?: number): Promise<void> {
  for (const size of SIZES) {
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize({ width: size.width, height: height ?? size.height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.screenshot({
        path: join('test-results', 'pictures', `${name}-${size.width}-${colorScheme}.png`)
      });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      );
      expect.soft(wide, `${name} scrolls sideways at ${size.width} px`).toBe(0);
      expect.soft(await keptOut(page), `${name} at ${size.width} px, ${colorScheme}`).toEqual([]);
    }
  }
}
