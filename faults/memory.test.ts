import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterAll, describe, expect, it } from 'vitest';
import { openCache } from '#lib/cache/indexed-db-cache.ts';
import { Befell, KINDS } from './befell.ts';
import type { Ground } from './ground.ts';
import { memoryGround } from './memory-ground.ts';
import { story } from './story.ts';

const given = process.env['HEARTH_SEED'];
/** The same stories each time, so that a red one is news of what was changed. */
const SEED = Number(given ?? 20261121);
const STORIES = Number(process.env['HEARTH_STORIES'] ?? 300);
const IN_INDEXED_DB = Math.min(20, STORIES);
/** Where nobody asks for a seed: a few that nobody has seen. */
const FRESH = Math.floor(Math.random() * 2 ** 31);
const NEW = 40;
/** Each fault strikes at least so often in the first 300. */
const OFTEN = 40;

const own = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
afterAll(() => {
  if (own) Object.defineProperty(globalThis, 'navigator', own);
  else Reflect.deleteProperty(globalThis, 'navigator');
});

async function all(
  first: number,
  number: number,
  ground: (seed: number) => Ground
): Promise<{ befell: Befell; writes: number; talk: number }> {
  const befell = new Befell();
  let [writes, talk] = [0, 0];
  for (let seed = first; seed < first + number; seed++) {
    const told = await story(ground(seed), seed);
    expect(told.wrong).toEqual([]);
    befell.add(told.befell);
    writes += told.writes;
    talk += told.talk;
  }
  return { befell, writes, talk };
}

function indexedDbGround(seed: number): Ground {
  globalThis.indexedDB = new IDBFactory();
  return memoryGround(seed, () => openCache(`story ${seed}`));
}

describe('nothing is ever lost', () => {
  it(`in ${STORIES} random stories from seed ${SEED}`, async () => {
    const { befell, writes, talk } = await all(SEED, STORIES, (seed) => memoryGround(seed));
    const { times } = befell;
    console.info(
      `Befell in ${STORIES} stories from seed ${SEED}: ${JSON.stringify(times)}; ${writes} writes of a person, ${talk} of them in chats`
    );
    // A story in which nothing goes wrong shows nothing.
    if (STORIES < 300) return;
    for (const kind of KINDS) expect(times[kind], kind).toBeGreaterThanOrEqual(OFTEN);
    expect(talk).toBeGreaterThanOrEqual(OFTEN);
  }, 300_000);

  it.skipIf(given !== undefined)(
    `in ${NEW} that nobody has seen, from seed ${FRESH}`,
    async () => {
      console.info(`HEARTH_SEED=${FRESH} HEARTH_STORIES=${NEW} plays these again.`);
      await all(FRESH, NEW, (seed) => memoryGround(seed));
    },
    60_000
  );

  it(`in ${IN_INDEXED_DB} more with the device's real memory`, async () => {
    await all(given === undefined ? SEED + 1_000 : SEED, IN_INDEXED_DB, indexedDbGround);
  }, 300_000);
});
