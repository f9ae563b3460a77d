import type { Page } from '@playwright/test';
import { keptOut } from '../support/kept-out.ts';
import { expect, test } from '../support/world.ts';

// Every piece in every state can be used by everybody (WCAG 2.2 AA as far as axe sees), in both themes, on the
// smallest phone and on a desk; and nothing makes the page scroll sideways, even with the text twice as large.

async function open(page: Page, app: string) {
  await page.goto(`${app}workbench`);
  await expect(page.getByRole('heading', { name: 'Workbench', level: 1 })).toBeVisible();
  // The reader of markdown comes after the first paint.
  await expect(page.locator('article del, article s').first()).toBeVisible();
}
const faults = (page: Page) => keptOut(page, ['best-practice']);
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const width of [320, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the workbench has no faults at ${width} px, ${colorScheme}`, async ({ browser, world }) => {
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        colorScheme,
        reducedMotion: 'reduce'
      });
      const page = await context.newPage();
      await open(page, world.app);
      expect(await faults(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);

      await page.getByRole('button', { name: 'A menu', exact: true }).click();
      await expect(page.getByRole('menuitem', { name: 'Edit', exact: true })).toBeFocused();
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await page.getByRole('button', { name: 'Open a dialog', exact: true }).click();
      await expect(page.getByRole('dialog', { name: 'End this friendship?' })).toBeVisible();
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: 'Open a dialog', exact: true })).toBeFocused();

      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      expect(await sideways(page)).toBe(0);
      await context.close();
    });
  }
}

test('keys open their sheet, and are silent while someone types', async ({ browser, world }) => {
  const page = await browser.newPage();
  await open(page, world.app);
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await page.getByRole('textbox', { name: 'Your name', exact: true }).fill('Anna');
  await page.keyboard.press('?');
  await expect(page.getByRole('textbox', { name: 'Your name', exact: true })).toHaveValue('Anna?');
  await expect(sheet).toBeHidden();
  await page.getByRole('heading', { name: 'Workbench', level: 1 }).click();
  await page.keyboard.press('?');
  await expect(sheet).toBeVisible();
  await page.close();
});
