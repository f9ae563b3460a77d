import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterAll, describe, expect, it } from 'vitest';
import { openCache } from '#lib/cache/indexed-db-cache.ts';
import { memoryGround } from './memory-ground.ts';
import { FAULTS } from './schedule.ts';
import { story } from './story.ts';

/** The same stories each time, so that a red one can be looked into; another seed tries others. */
const SEED = Number(process.env['HEARTH_SEED'] ?? 20261121);
const STORIES = Number(process.env['HEARTH_STORIES'] ?? 300);
const IN_INDEXED_DB = Math.min(60, STORIES);

const own = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
afterAll(() => {
  if (own) Object.defineProperty(globalThis, 'navigator', own);
  else Reflect.deleteProperty(globalThis, 'navigator');
});

describe('nothing is ever lost', () => {
  it(`in ${STORIES} random stories from seed ${SEED}`, async () => {
    const met: Record<string, number> = {};
    let died = 0;
    for (let n = 0; n < STORIES; n++) {
      const told = await story(memoryGround(SEED + n), SEED + n);
      expect(told.wrong).toEqual([]);
      died += told.died;
      for (const [step, times] of Object.entries(told.counts)) met[step] = (met[step] ?? 0) + times;
    }
    // A story in which nothing goes wrong shows nothing.
    if (STORIES < 300) return;
    for (const fault of FAULTS) expect(met[fault] ?? 0, fault).toBeGreaterThan(50);
    expect(died).toBeGreaterThan(100);
  }, 300_000);

  it(`in ${IN_INDEXED_DB} more with the device's real memory`, async () => {
    for (let n = 0; n < IN_INDEXED_DB; n++) {
      globalThis.indexedDB = new IDBFactory();
      const seed = SEED + 1_000 + n;
      expect(
        (
          await story(
            memoryGround(seed, () => openCache(`story ${seed}`)),
            seed
          )
        ).wrong
      ).toEqual([]);
    }
  }, 300_000);
});
