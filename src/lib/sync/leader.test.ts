import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import { lead } from './leader.ts';
import { makeSync } from './make-sync.ts';
import { annasWorld, DAY, device, patch, requests, SPACE, stands, until } from './house.testing.ts';

/** Locks as a browser has them (Web Locks, 3): one holder a name, the others in line. Node 20 has none. */
function locks() {
  const lines = new Map<string, (() => void)[]>();
  const request = (name: string, { signal }: { signal: AbortSignal }, work: () => Promise<void>) =>
    new Promise<void>((resolve, reject) => {
      const line = lines.get(name) ?? [];
      lines.set(name, line);
      const enter = () =>
        void work().then(() => {
          line.shift();
          line[0]?.();
          resolve();
        });
      line.push(enter);
      if (line.length === 1) return queueMicrotask(enter);
      signal.addEventListener('abort', () => {
        line.splice(line.indexOf(enter), 1);
        reject(new DOMException('called off', 'AbortError'));
      });
    });
  return { request };
}

afterEach(() => vi.unstubAllGlobals());

describe('leading', () => {
  it('is one tab’s at a time, and the next one’s when that ends', async () => {
    vi.stubGlobal('navigator', { locks: locks() });
    const led: string[] = [];
    const stops = ['a', 'b', 'c'].map((tab) => lead('name', () => led.push(tab)));
    lead('another', () => led.push('other'));
    await until(() => led.length === 2);
    expect(led).toEqual(['a', 'other']);
    stops[1]!();
    stops[0]!();
    await until(() => led.length === 3);
    expect(led[2]).toBe('c');
  });

  it('needs no locks where there are none', () => {
    vi.stubGlobal('navigator', undefined);
    let led = 0;
    lead('name', () => led++);
    expect(led).toBe(1);
  });

  it('keeps two tabs from sending the same, whichever of them wrote or was told to hurry', async () => {
    vi.stubGlobal('navigator', { locks: locks(), onLine: true });
    const world = annasWorld();
    const cache = memoryCache();
    const clock = device(world).clock;
    const pod = world.podFor(`${SPACE}profile/card#me`);
    const [one, two] = [1, 2].map(() => makeSync({ pod, cache, clock, name: 'anna' }));
    const ids = await two!.change(
      ['a', 'b'].map((value) => ({ document: DAY, intent: patch([value]), label: value }))
    );
    await two!.settled(ids);
    // Both in one (together.ts), and once.
    expect(requests(world, 'patch')).toHaveLength(1);
    world.sky = () => (requests(world, 'patch').length === 2 ? 'offline' : 'fair');
    const late = await two!.change([{ document: DAY, intent: patch(['c']), label: 'c' }]);
    await until(async () => (await cache.outbox())[0]?.tries === 1);
    two!.wake();
    await two!.settled(late);
    one!.close();
    const last = await two!.change([{ document: DAY, intent: patch(['d']), label: 'd' }]);
    await two!.settled(last);
    expect(stands(world)).toEqual(['a', 'b', 'c', 'd']);
    two!.close();
  });
});
