import 'fake-indexeddb/auto';
import { afterAll, describe, expect, it } from 'vitest';
import { openCache } from '#lib/cache/indexed-db-cache.ts';
import { memoryGround } from './memory-ground.ts';
import { story } from './story.ts';

/** Another one each day of the week of a year would be no help to whoever has to find out why it is red. */
const SEED = Number(process.env['HEARTH_SEED'] ?? 20261121);
const IN_MEMORY = 300;
const IN_INDEXED_DB = 60;

const own = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
afterAll(() => {
  if (own) Object.defineProperty(globalThis, 'navigator', own);
  else Reflect.deleteProperty(globalThis, 'navigator');
});

describe('nothing is ever lost', () => {
  it(`in ${IN_MEMORY} random stories from seed ${SEED}`, async () => {
    for (let n = 0; n < IN_MEMORY; n++) {
      expect((await story(memoryGround(SEED + n), SEED + n)).wrong).toEqual([]);
    }
  }, 300_000);

  it(`in ${IN_INDEXED_DB} more over IndexedDB`, async () => {
    for (let n = 0; n < IN_INDEXED_DB; n++) {
      const name = `story ${crypto.randomUUID()}`;
      expect(
        (
          await story(
            memoryGround(SEED + n, () => openCache(name)),
            SEED + n
          )
        ).wrong
      ).toEqual([]);
    }
  }, 300_000);
});
