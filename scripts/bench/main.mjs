import { mkdtemp, rm } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveApp } from '../serve/serve-app.mjs';
import { readArguments } from '../set-up/read-arguments.mjs';
import { say, stop } from '../set-up/say.mjs';
import { root, setUp } from '../set-up/set-up.mjs';
import { openBrowser } from './open-browser.mjs';
import { table } from './table.mjs';

const IDS = [
  'feed-cold',
  'feed-warm',
  'feed-paint',
  'feed-naive',
  'live',
  'stale',
  'chat-open',
  'chat-send',
  'chat-contend',
  'chat-paint',
  'guard',
  'hostile',
  'server',
  'start',
  'bundle'
];
const USAGE = `npm run bench -- [options]
  --only ID[,ID]   only these: ${IDS.join(', ')}
  --rounds N       rounds of each measurement (5)
  --json           one JSON array of { id, case, ratio, goal, pass } on standard output, and nothing else there`;
/** A benchmark that hangs must end by itself; a whole run takes about nine minutes on two quiet cores. */
const LONGEST_MS = 19.5 * 60_000;

const values = readArguments(
  {
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false }
  },
  USAGE
);
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1)
  stop(`--rounds takes a whole number from 1, not "${values.rounds}".`);
const only = values.only?.split(',') ?? IDS;
const unknown = only.find((id) => !IDS.includes(id));
if (unknown !== undefined) stop(`There is no measurement "${unknown}". There are: ${IDS.join(', ')}.`);

await setUp();
const from = (/** @type {string} */ path) => import(join(root, path));
const [{ measure }, { startStock }, { createPerson, signIn }] = await Promise.all([
  from('dist/node/bench.mjs'),
  from('pod-server/dist/stock.js'),
  from('pod-server/dist/account.js')
]);

const scratch = await mkdtemp(join(tmpdir(), 'hearth-bench-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
// Servers end with this process, however it ends (bench/servers/bundled.ts).
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
const watchdog = setTimeout(
  () =>
    stop(
      'The benchmark did not end within twenty minutes. Is the machine busy? Try --only with one measurement.'
    ),
  LONGEST_MS
);

try {
  const rows = await measure(only, {
    root,
    scratch,
    rounds,
    say,
    startStock,
    createPerson,
    signIn,
    serveApp,
    openBrowser
  });
  process.stdout.write(values.json ? `${JSON.stringify(rows)}\n` : table(rows));
  process.exitCode = 0;
} catch (error) {
  say(`The benchmark could not measure: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
  process.exitCode = 1;
} finally {
  clearTimeout(watchdog);
  await rm(scratch, { recursive: true, force: true });
}
