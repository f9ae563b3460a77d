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
    pause: vi.fn(async () => {}),
    resume: vi.fn(),
    subscribe: vi.fn((_listener: () => void) => () => {}),
    close: vi.fn()
  };
  return { engine, unfollow, make: vi.fn(() => engine as unknown as Sync) };
}

function later() {
  let arrive!: (make: () => Sync) => void;
  let fail!: (error: Error) => void;
  const coming = new Promise<() => Sync>((resolve, reject) => ([arrive, fail] = [resolve, reject]));
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
  const { engine, make } = fakeEngine();
  late.want(URL, 5);
  late.wake();
  const writing = late.change([]);
  arrive(make);
  expect(await writing).toEqual(['id']);
  expect(engine.want).toHaveBeenCalledWith(URL, 5);
  expect(engine.wake).toHaveBeenCalledOnce();
  late.want('https://anna.example/two.ttl');
  expect(engine.want).toHaveBeenCalledTimes(2);
});

it('follows nothing that was let go before; lets go what was followed', async () => {
  const { late, arrive } = later();
  const { engine, unfollow, make } = fakeEngine();
  late.follow(['https://anna.example/gone.ttl'])();
  const stop = late.follow([URL]);
  expect(late.isLive(URL)).toBe(false);
  arrive(make);
  await late.change([]);
  expect(engine.follow.mock.calls).toEqual([[[URL]]]);
  expect(late.isLive(URL)).toBe(true);
  stop();
  expect(unfollow).toHaveBeenCalledOnce();
});

it('says what this device knows before, and tells when the engine knows more', async () => {
  const { late, arrive, go, weather } = later();
  const { make } = fakeEngine();
  const told = vi.fn();
  late.subscribe(told);
  expect(await late.outbox()).toEqual([]);
  go(false);
  expect(told).toHaveBeenCalledTimes(1);
  expect(late.status).toEqual({ online: false, waiting: 0, stopped: 0, reading: false });
  arrive(make);
  await late.change([]);
  expect(told).toHaveBeenCalledTimes(2);
  expect(late.status.waiting).toBe(3);
  expect(weather.size).toBe(0);
});

it('asks an engine on its way to begin nothing more, after it has heard what waited for it', async () => {
  const { late, arrive } = later();
  const { engine, make } = fakeEngine();
  let rested = false;
  const writing = late.change([]);
  const pause = late.pause().then(() => (rested = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(rested).toBe(false);
  late.resume();
  arrive(make);
  await Promise.all([writing, pause]);
  expect(engine.pause).toHaveBeenCalledOnce();
  const order = [engine.change, engine.pause, engine.resume].map(({ mock }) => mock.invocationCallOrder[0]);
  expect(order).toEqual([...order].sort());
  expect(order).not.toContain(undefined);
});

it('no engine is made after the closing, and a write that waited for it is told', async () => {
  const { late, arrive } = later();
  const { make } = fakeEngine();
  late.want(URL);
  const writing = late.change([]);
  late.close();
  arrive(make);
  await expect(writing).rejects.toThrow('closed');
  expect(make).not.toHaveBeenCalled();
});

it('when there will be no engine a write rejects, and nothing is under way', async () => {
  const { late, fail } = later();
  const writing = late.change([]);
  const pause = late.pause();
  fail(new Error('no such part'));
  await expect(writing).rejects.toThrow('no such part');
  await pause;
});
