import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { run } from './run.mjs';
import { say, stop } from './say.mjs';

/**
 * A step of the set-up. It is done again only when one of its inputs changed; the stamp lies inside what it makes,
 * so deleting the result is enough to have it made anew.
 * @typedef {{ doing: string, inputs: string[], stamp: string, program: string, args: string[], cwd?: string, env?: NodeJS.ProcessEnv }} Step
 */

/**
 * @param {string} root
 * @param {Step} step
 */
export async function unlessDone(root, step) {
  const stamp = join(root, step.stamp);
  const now = await fingerprint(root, step.inputs);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === now) return;
  const started = Date.now();
  say(`${step.doing} ...`);
  const { code, output } = await run(step.program, step.args, {
    cwd: join(root, step.cwd ?? '.'),
    env: step.env
  });
  if (code !== 0)
    stop(
      `${output}\n${step.doing} did not work: "${[step.program, ...step.args].join(' ')}" ended with ${code}. Its own words stand above.`
    );
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, now);
  say(`${step.doing}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
