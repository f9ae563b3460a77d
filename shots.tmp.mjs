import { chromium } from '@playwright/test';
import { serveApp } from './scripts/serve/serve-app.mjs';
const app = await serveApp({ folder: 'build', port: 4801, pods: 'http://localhost:4802/' });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const theme of ['light', 'dark'])
  for (const width of [320, 1280]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(`${app.url}workbench?theme=${theme}&only=standing`);
    await page
      .getByText('Supercali', { exact: false })
      .first()
      .waitFor({ timeout: 20000 })
      .catch(() => {});
    await page.screenshot({ path: `/tmp/status-${theme}-${width}.png`, fullPage: true });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    console.log(theme, width, over);
  }
await browser.close();
await app.stop();
