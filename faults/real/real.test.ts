import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFor, createPerson } from '../../pod-server/dist/account.js';
import { realPlace, type RealPlace } from './real-place.ts';
import { playRounds } from './rounds.ts';

/** Chosen because between them they hold every kind of fault; `npm run faults` plays many more. */
const SEED = 1;
const ROUNDS = 6;

let place: RealPlace;
const own = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
beforeAll(async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const scratch = await mkdtemp(join(tmpdir(), 'hearth-faults-'));
  place = await realPlace(root, scratch, { createPerson, clientFor });
});
afterAll(async () => {
  if (own) Object.defineProperty(globalThis, 'navigator', own);
  else Reflect.deleteProperty(globalThis, 'navigator');
  await place?.close();
});

describe('nothing is ever lost, on the real server', () => {
  it(`in ${ROUNDS} random stories from seed ${SEED}`, async () => {
    const { failed, rounds, counts } = await playRounds(place, { rounds: ROUNDS, seed: SEED }, () => {});
    expect(failed).toEqual([]);
    expect(rounds).toBe(ROUNDS);
    expect(counts['server killed']).toBeGreaterThan(0);
  }, 180_000);
});
