import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';
import { say, stop } from './say.mjs';
import { root } from './set-up.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const WITHOUT_WINDOWS = 'chromium-headless-shell';

/** @param {readonly string[]} names @returns {string | undefined} */
function onPath(names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) if (existsSync(join(folder, name))) return join(folder, name);
  }
  return undefined;
}

/**
 * For the stories: the same Chromium built without its windows, where the system has it beside the other. It takes a
 * fifth less processor, and is what Playwright itself takes where nobody looks on.
 * @returns {Promise<string | undefined>} as `browser`
 */
export const browserWithoutWindows = async () => onPath([WITHOUT_WINDOWS]) ?? browser();

/**
 * A real browser for the tests: the system's own, or Debian's where root can install it, or Playwright's.
 * @returns {Promise<string | undefined>} where it is; undefined: Playwright knows
 */
export async function browser() {
  const there = onPath(NAMES);
  if (there) return there;
  const apt = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (apt) {
    say('Installing Chromium from the system ...');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    const { code, output } = await run('apt-get', ['install', '-y', '-qq', 'chromium'], { env });
    // Not every system packs it; the other one does as well.
    await run('apt-get', ['install', '-y', '-qq', WITHOUT_WINDOWS], { env });
    const installed = onPath(NAMES);
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
