import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from '../set-up/read-arguments.mjs';
import { say, stop } from '../set-up/say.mjs';
import { root, setUp } from '../set-up/set-up.mjs';
import { watchOver } from './watch-over.mjs';

const USAGE = `npm run faults -- [options]
  --rounds N    random stories to play on the real server (300)
  --seed N      seed of the first; the next has the next number (by the clock)
  --minutes N   begin no more after so many minutes`;

const values = readArguments(
  {
    rounds: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000)) },
    minutes: { type: 'string', default: 'Infinity' }
  },
  USAGE
);
const [rounds, seed, minutes] = [Number(values.rounds), Number(values.seed), Number(values.minutes)];
if (!Number.isInteger(rounds) || rounds < 1)
  stop(`--rounds takes a whole number from 1, not "${values.rounds}".`);
if (!Number.isInteger(seed) || seed < 0) stop(`--seed takes a whole number from 0, not "${values.seed}".`);
if (!(minutes > 0)) stop(`--minutes takes a number above 0, not "${values.minutes}".`);

await setUp();
const from = (/** @type {string} */ path) => import(join(root, path));
const [{ playRounds, realPlace }, { createPerson, clientFor }] = await Promise.all([
  from('dist/node/faults.mjs'),
  from('pod-server/dist/account.js')
]);

const scratch = await mkdtemp(join(tmpdir(), 'hearth-faults-'));
/** @type {(seed: number | string) => string} */
const replay = (one) => `npm run faults -- --rounds 1 --seed ${one}`;
const watch = watchOver(
  `Seed SEED does not end: it never lets go of the processor. Again: ${replay('SEED')}`
);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
const place = await realPlace(root, scratch, { createPerson, clientFor });
// After those of realPlace, which end the server and unmount its disk.
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
/** @param {number} one */
const begun = (one) => {
  const { server, disk } = place;
  watch({
    seed: one,
    scratch,
    get pid() {
      return server.pid;
    },
    mounted: disk?.folder
  });
};

say(
  `${rounds} stories from seed ${seed}. ${place.disk ? '' : 'The disk cannot be filled here: only root on Linux can mount a small one.'}`
);
try {
  const until = Date.now() + minutes * 60_000;
  const {
    failed,
    counts,
    writes,
    talk,
    rounds: played
  } = await playRounds(place, { rounds, seed, until, begun }, say);
  for (const [name, times] of Object.entries(counts)) say(`${String(times).padStart(6)}  ${name}`);
  say(`${String(writes).padStart(6)}  writes of a person, ${talk} of them in chats`);
  for (const { seed: bad, wrong } of failed)
    say(`\nWRONG with seed ${bad}:\n  ${wrong.join('\n  ')}\nAgain: ${replay(bad)}`);
  const last = seed + played - 1;
  process.stdout.write(`${played} stories, seeds ${seed} to ${last}: ${failed.length} went wrong\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
} finally {
  await place.close();
}
// Whatever a story left hanging must not keep us.
process.exit();
