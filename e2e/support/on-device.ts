import { expect, type Page } from '@playwright/test';

/** Until the app stands on this device as a whole and answers this page. */
export async function onDevice(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await expect.poll(() => versionsKept(page)).not.toEqual([]);
}

/** The versions of the app whose files are on this device, oldest first. */
export const versionsKept = (page: Page): Promise<string[]> =>
  page.evaluate(async () =>
    (await caches.keys()).filter((name) => name.startsWith('hearth-shell ')).map((name) => name.slice(13))
  );

/** The version this page runs. */
export async function versionOf(page: Page): Promise<string> {
  const script = await page.evaluate(() =>
    document.querySelector('link[rel=modulepreload]')?.getAttribute('href')
  );
  return script?.includes('next.') ? 'next' : 'first';
}
