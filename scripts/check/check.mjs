import { join } from 'node:path';
import { run } from '../set-up/run.mjs';
import { STEPS } from './steps.mjs';

/**
 * Runs every step and tells all that fail, not only the first.
 * @param {string} root the project's folder
 * @param {(line: string) => void} say
 * @returns {Promise<number>} how many failed
 */
export async function check(root, say) {
  const modules = (/** @type {string} */ path) => join(root, 'node_modules', path);
  await run(process.execPath, [modules('@sveltejs/kit/svelte-kit.js'), 'sync'], { cwd: root });
  let failed = 0;
  const work = [...STEPS];
  const worker = async () => {
    for (let step = work.shift(); step; step = work.shift()) {
      const started = Date.now();
      const { code, output } = await run(process.execPath, [modules(step.script), ...step.args], {
        cwd: root
      });
      if (code !== 0) failed++;
      say(
        `${code === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${((Date.now() - started) / 1000).toFixed(1)} s)`
      );
      if (code !== 0) say(output);
    }
  };
  await Promise.all([worker(), worker()]);
  return failed;
}
