import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../set-up/run.mjs';
import { say, stop } from '../set-up/say.mjs';
import { root } from '../set-up/set-up.mjs';

/** SolidOS as it is published; another version may draw other rows. */
const VERSION = '2.3.3';
const INTEGRITY =
  'sha512-KvsXrY+5dqUCQUIz989pkogMTojCwj1NX/f991PhcVpV+UTWQutd/oqSTMEO86V/sDfkJQtZZJ6p3nMjQBbVSw==';

/**
 * The folder with SolidOS's databrowser, fetched once from the package registry into a cache (no dependency of ours:
 * 7 MB that nothing else needs).
 * @returns {Promise<string>}
 */
export async function mashlib() {
  const cache = join(root, 'node_modules/.cache/hearth-interop');
  const place = join(cache, `mashlib-${VERSION}`);
  const dist = join(place, 'dist');
  if (existsSync(join(dist, 'mashlib.js'))) return dist;
  say(`Fetching mashlib ${VERSION} ...`);
  await mkdir(cache, { recursive: true });
  const scratch = await mkdtemp(join(cache, 'new-'));
  try {
    await done('npm', ['pack', `mashlib@${VERSION}`, '--pack-destination', scratch, '--loglevel=error']);
    const packed = join(scratch, `mashlib-${VERSION}.tgz`);
    const hash = createHash('sha512')
      .update(await readFile(packed))
      .digest('base64');
    if (`sha512-${hash}` !== INTEGRITY) stop(`What came as mashlib ${VERSION} is not what was published.`);
    await done('tar', ['-xzf', packed, '-C', scratch]);
    await rename(join(scratch, 'package'), place);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return dist;
}

/**
 * @param {string} program
 * @param {string[]} args
 */
async function done(program, args) {
  const { code, output } = await run(program, args);
  const words = [program, ...args].join(' ');
  if (code !== 0) stop(`${output}\nSolidOS could not be fetched: "${words}" ended with ${code}.`);
}
