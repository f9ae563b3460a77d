import { browser } from '../set-up/browser.mjs';

/** A real browser without a window, found as for the tests (playwright.config.ts). */
export async function openBrowser() {
  const [{ chromium }, executablePath] = await Promise.all([import('@playwright/test'), browser()]);
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update']
  });
}
