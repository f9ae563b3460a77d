import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';
import { say, stop } from './say.mjs';
import { root } from './set-up.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** @returns {string | undefined} */
function onPath() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) if (existsSync(join(folder, name))) return join(folder, name);
  }
  return undefined;
}

/**
 * A real browser for the tests: the system's own, or Debian's where root can install it, or Playwright's.
 * @returns {Promise<string | undefined>} where it is; undefined: Playwright knows
 */
export async function browser() {
  const there = onPath();
  if (there) return there;
  const apt = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (apt) {
    say('Installing Chromium from the system ...');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    const { code, output } = await run('apt-get', ['install', '-y', '-qq', 'chromium'], { env });
    const installed = onPath();
    if (code === 0 && installed) return installed;
    say(`${output}\nThe system's Chromium could not be installed; trying Playwright's own.`);
  }
  say('Fetching a browser for the tests ...');
  const { code, output } = await run(process.execPath, [
    join(root, 'node_modules/playwright/cli.js'),
    'install',
    'chromium'
  ]);
  if (code !== 0)
    stop(`${output}\nNo browser for the tests: install Chromium from your system, then try again.`);
  return undefined;
}
