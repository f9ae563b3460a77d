import { vi } from 'vitest';
import type { Cache } from '#lib/cache/cache.ts';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import { viewer } from '#lib/cache/read-view.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { quad, text } from '#lib/rdf/terms.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import type { Intent } from '#lib/cache/cache.ts';
import { fakeClock, type FakeClock } from './fake-clock.ts';
import { makeSync } from './make-sync.ts';
import { AFTER_OURS } from './refresher.ts';
import { switchable } from './switchable.testing.ts';
import type { Sync } from './sync.ts';

export const SPACE = 'https://anna.example/';
export const DAY = `${SPACE}day.ttl`;
export const P = 'https://anna.example/p';

export interface Device {
  readonly cache: Cache;
  readonly clock: FakeClock;
  readonly online: ReturnType<typeof switchable>;
  readonly sync: Sync;
  read: ReturnType<typeof viewer>;
  /** The values of `<DAY#name> <P>` as this device sees them. */
  sees(name?: string): Promise<string[]>;
  /** The page is closed and opened again over the same memory. */
  restart(): Device;
}

/** One of Anna's devices in a small world. */
export function device(world: World, cache: Cache = memoryCache(), clock = fakeClock()): Device {
  const online = switchable();
  const webId = `${SPACE}profile/card#me`;
  const sync = makeSync({ pod: world.podFor(webId), cache, clock, online });
  const read = viewer(cache);
  return {
    cache,
    clock,
    online,
    sync,
    read,
    sees: async (name = '1') => {
      const { graph } = await read(DAY);
      return graph
        .objects(`${DAY}#${name}`, P)
        .map((term) => term.value)
        .sort();
    },
    restart() {
      sync.close();
      return device(world, cache, clock);
    }
  };
}

export function annasWorld(turtle?: string): World {
  const world = memoryWorld();
  world.addSpace(SPACE, 'Anna');
  if (turtle !== undefined) world.put(DAY, turtle);
  return world;
}

export const says = (value: string, name = '1') => quad(`${DAY}#${name}`, P, text(value));

export const patch = (insert: string[], gone: string[] = [], name = '1'): Intent => ({
  kind: 'patch',
  insert: insert.map((value) => says(value, name)),
  delete: gone.map((value) => says(value, name))
});

/** What stands in the space, past all caches. */
export function stands(world: World, name = '1', url = DAY): string[] {
  return parseTurtle(String(world.peek(url) ?? ''), url)
    .filter((one) => one.subject.value === `${url}#${name}`)
    .map((one) => one.object.value)
    .sort();
}

export const requests = (world: World, verb: string) => world.log.filter((one) => one.verb === verb);

/** Until what arrived was read again: the clock moves by what that waits for. */
export const readAgain = ({ cache, clock }: Pick<Device, 'cache' | 'clock'>, url = DAY) =>
  until(async () => {
    const state = (await cache.document(url))?.state;
    if (state === 'stale') clock.advance(AFTER_OURS);
    return state === 'fresh';
  });

/** Waits until a condition holds; the clock of the test does not move by itself. */
export const until = (holds: () => unknown) =>
  vi.waitFor(
    async () => {
      if (!(await holds())) throw new Error(`not yet: ${holds}`);
    },
    // Only a limit for what never comes: machines that run many tests at once are slow.
    { timeout: 20_000, interval: 20 }
  );
