import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { check } from '../check/check.mjs';
import { browserWithoutWindows } from '../set-up/browser.mjs';
import { run } from '../set-up/run.mjs';
import { say } from '../set-up/say.mjs';
import { root, setUp } from '../set-up/set-up.mjs';

const results = join(root, 'test-results');
const modules = (/** @type {string} */ path) => join(root, 'node_modules', path);

/** @param {string} file @returns {Promise<any>} the report, or undefined when the runner died before writing it */
const report = async (file) =>
  JSON.parse(await readFile(join(results, file), 'utf8').catch(() => 'null')) ?? undefined;

/**
 * The stories that failed first and passed then.
 * @param {any[]} suites of Playwright's JSON report
 * @returns {string[]}
 */
const secondTries = (suites) =>
  suites.flatMap((suite) => [
    ...(suite.specs ?? [])
      .filter((/** @type {any} */ spec) =>
        spec.tests.some((/** @type {any} */ test) => test.status === 'flaky')
      )
      .map((/** @type {any} */ spec) => `${spec.file}: ${spec.title}`),
    ...secondTries(suite.suites ?? [])
  ]);

/**
 * @param {string[]} only any of "check", "unit", "e2e"; none: all
 * @returns {Promise<number>} the exit code
 */
export async function testAll(only) {
  const wanted = (/** @type {string} */ part) => only.length === 0 || only.includes(part);
  await setUp();
  await rm(results, { recursive: true, force: true });
  await mkdir(results, { recursive: true });
  let passed = 0;
  let failed = 0;
  /** @type {string[]} */
  let again = [];

  if (wanted('check')) {
    const broken = await check(root, say);
    failed += broken;
  }
  if (wanted('unit')) {
    const args = [
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${join(results, 'unit.json')}`
    ];
    const { code } = await run(process.execPath, [modules('vitest/vitest.mjs'), ...args], {
      cwd: root,
      show: true
    });
    const unit = await report('unit.json');
    passed += unit?.numPassedTests ?? 0;
    // A runner that dies, or an error outside of any test, is a failure too.
    failed += Math.max(unit?.numFailedTests ?? 0, code === 0 ? 0 : 1);
  }
  if (wanted('e2e')) {
    const chromium = await browserWithoutWindows();
    const env = { ...process.env, ...(chromium ? { HEARTH_CHROMIUM: chromium } : {}) };
    const { code } = await run(process.execPath, [modules('@playwright/test/cli.js'), 'test'], {
      cwd: root,
      show: true,
      env
    });
    const e2e = await report('e2e.json');
    passed += e2e?.stats?.expected ?? 0;
    failed += Math.max(e2e?.stats?.unexpected ?? 0, code === 0 ? 0 : 1);
    again = secondTries(e2e?.suites ?? []);
  }
  for (const title of again) process.stdout.write(`\nPassed only at the second try: ${title}`);
  const unsteady = again.length ? `, ${again.length} only at the second try` : '';
  process.stdout.write(`\n${passed + again.length} passed${unsteady}, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}
