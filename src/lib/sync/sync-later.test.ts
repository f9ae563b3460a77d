import { expect, it, vi } from 'vitest';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import type { Sync } from './sync.ts';
import { syncLater } from './sync-later.ts';

const URL = 'https://anna.example/one.ttl';

function fakeEngine() {
  const unfollow = vi.fn();
  const engine = {
    want: vi.fn(),
    wake: vi.fn(),
    follow: vi.fn(() => unfollow),
    change: vi.fn(async () => ['id']),
    isLive: () => true,
    status: { online: true, waiting: 3, stopped: 1, reading: true },
    subscribe: vi.fn((_listener: () => void) => () => {}),
    close: vi.fn()
  };
  return { engine, unfollow, sync: engine as unknown as Sync };
}

function later() {
  let arrive!: (sync: Sync) => void;
  let fail!: (error: Error) => void;
  const coming = new Promise<Sync>((resolve, reject) => ([arrive, fail] = [resolve, reject]));
  let isOnline = true;
  const weather = new Set<() => void>();
  const online = {
    get now() {
      return isOnline;
    },
    subscribe(listener: () => void) {
      weather.add(listener);
      return () => weather.delete(listener);
    }
  };
  const go = (now: boolean) => {
    isOnline = now;
    weather.forEach((listener) => listener());
  };
  return { arrive, fail, go, weather, late: syncLater(coming, memoryCache(), online) };
}

it('passes wishes on in order when the engine is here, and at once from then on', async () => {
  const { late, arrive } = later();
  const { engine, sync } = fakeEngine();
  late.want(URL, 5);
  late.wake();
  const writing = late.change([]);
  arrive(sync);
  expect(await writing).toEqual(['id']);
  expect(engine.want).toHaveBeenCalledWith(URL, 5);
  expect(engine.wake).toHaveBeenCalledOnce();
  late.want('https://anna.example/two.ttl');
  expect(engine.want).toHaveBeenCalledTimes(2);
});

it('follows nothing that was let go before; lets go what was followed', async () => {
  const { late, arrive } = later();
  const { engine, unfollow, sync } = fakeEngine();
  late.follow(['https://anna.example/gone.ttl'])();
  const stop = late.follow([URL]);
  expect(late.isLive(URL)).toBe(false);
  arrive(sync);
  await late.change([]);
  expect(engine.follow.mock.calls).toEqual([[[URL]]]);
  expect(late.isLive(URL)).toBe(true);
  stop();
  expect(unfollow).toHaveBeenCalledOnce();
});

it('says what this device knows before, and tells when the engine knows more', async () => {
  const { late, arrive, go, weather } = later();
  const { sync } = fakeEngine();
  const told = vi.fn();
  late.subscribe(told);
  expect(await late.outbox()).toEqual([]);
  go(false);
  expect(told).toHaveBeenCalledTimes(1);
  expect(late.status).toEqual({ online: false, waiting: 0, stopped: 0, reading: false });
  await late.pause();
  arrive(sync);
  await late.change([]);
  expect(told).toHaveBeenCalledTimes(2);
  expect(late.status.waiting).toBe(3);
  expect(weather.size).toBe(0);
});

it('an engine that comes after the closing is closed and asked for nothing', async () => {
  const { late, arrive } = later();
  const { engine, sync } = fakeEngine();
  late.want(URL);
  late.close();
  arrive(sync);
  await late.change([]);
  expect(engine.close).toHaveBeenCalledOnce();
  expect(engine.want).not.toHaveBeenCalled();
});

it('a write rejects when there will be no engine', async () => {
  const { late, fail } = later();
  const writing = late.change([]);
  fail(new Error('no such part'));
  await expect(writing).rejects.toThrow('no such part');
});
