import { join } from 'node:path';
import { browser } from '../set-up/browser.mjs';
import { run } from '../set-up/run.mjs';
import { root, setUp } from '../set-up/set-up.mjs';
import { mashlib } from './mashlib.mjs';

/**
 * Tries our chats with SolidOS itself (docs/interop.md): its databrowser beside our app and our server, in one browser.
 * @param {string[]} args for Playwright
 * @returns {Promise<number>} the exit code
 */
export async function interop(args) {
  await setUp();
  const chromium = await browser();
  const env = {
    ...process.env,
    HEARTH_MASHLIB: await mashlib(),
    ...(chromium ? { HEARTH_CHROMIUM: chromium } : {})
  };
  const playwright = join(root, 'node_modules/@playwright/test/cli.js');
  const story = ['test', 'e2e/interop', '--retries=0', '--reporter=list', ...args];
  const { code } = await run(process.execPath, [playwright, ...story], { cwd: root, show: true, env });
  return code;
}
