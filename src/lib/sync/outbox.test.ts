import { describe, expect, it, vi } from 'vitest';
import type { Weather } from '#lib/solid/weather.ts';
import { annasWorld, DAY, device, P, patch, requests, SPACE, stands, until } from './house.testing.ts';

const post = (document: string, value: string, after: (number | string)[] = []) => ({
  document,
  intent: patch([value]),
  after,
  label: value
});

const ONE = `<#1> <${P}> "x".`;

describe('the outbox', () => {
  it('sends in order for a document and after what was named', async () => {
    const world = annasWorld();
    const { sync, online } = device(world);
    online.set(false);
    const early = await sync.change([post(DAY, 'a')]);
    const ids = await sync.change([
      post(`${SPACE}x`, 'b', [early[0]!]),
      post(`${SPACE}y`, 'c', [0]),
      post(DAY, 'd')
    ]);
    online.set(true);
    await sync.settled([...early, ...ids]);
    const order = requests(world, 'patch').map((one) => one.url.slice(SPACE.length));
    // What is added to one document goes together (together.ts).
    expect(order).toEqual(['day.ttl', 'x', 'y']);
    expect(stands(world)).toEqual(['a', 'd']);
  });

  it('refuses a write that waits for a later one, and saves nothing of it', async () => {
    const { sync } = device(annasWorld());
    await expect(sync.change([post(DAY, 'a', [1]), post(DAY, 'b')])).rejects.toThrow(RangeError);
    await expect(sync.change([post(DAY, 'a', [0])])).rejects.toThrow(RangeError);
    expect(await sync.outbox()).toEqual([]);
  });

  it.each<Weather>(['offline', 'slow', 'broken', 'unauthorised'])(
    'tries again what may pass: %s',
    async (weather) => {
      const world = annasWorld();
      const { sync, clock } = device(world);
      world.sky = () => weather;
      const ids = await sync.change([post(DAY, 'a')]);
      const waits: number[] = [];
      for (let tries = 1; tries <= 12; tries++) {
        await until(async () => (await sync.outbox())[0]?.tries === tries && clock.next !== undefined);
        waits.push(clock.next! - clock.now());
        if (tries === 12) world.sky = () => 'fair';
        clock.advance(clock.next! - clock.now());
      }
      await sync.settled(ids);
      expect(stands(world)).toEqual(['a']);
      expect(waits.slice(0, 3)).toEqual([750, 1500, 3000]);
      expect(Math.max(...waits)).toBe(225_000);
    }
  );

  it('tries again at once when the network comes back, or when told to', async () => {
    const world = annasWorld();
    const { sync, online } = device(world);
    world.forecast.push('offline', 'offline');
    const ids = await sync.change([post(DAY, 'a')]);
    await until(async () => (await sync.outbox())[0]?.tries === 1);
    online.set(false);
    online.set(true);
    await until(async () => (await sync.outbox())[0]?.tries === 2);
    sync.wake();
    await sync.settled(ids);
    expect(stands(world)).toEqual(['a']);
  });

  it.each<[Weather, boolean]>([
    ['offline', true],
    ['slow', true],
    ['broken', true],
    ['unauthorised', false]
  ])(
    'what waits because its server was away (%s) goes as soon as that answers: %s',
    async (weather, goes) => {
      const world = annasWorld(ONE);
      const { sync, clock } = device(world);
      world.sky = ({ verb }) => (verb === 'patch' ? weather : 'fair');
      const ids = await sync.change([{ document: DAY, intent: patch(['a']), label: '' }]);
      for (let tries = 1; tries < 6; tries++) {
        await until(async () => (await sync.outbox())[0]?.tries === tries && clock.next !== undefined);
        clock.advance(clock.next! - clock.now());
      }
      await until(async () => (await sync.outbox())[0]?.tries === 6);
      world.sky = () => 'fair';
      await sync.refresh([`${SPACE}profile/card`]);
      if (!goes) return expect((await sync.outbox())[0]!.nextAt).toBeGreaterThan(clock.now());
      await sync.settled(ids);
      expect(stands(world)).toEqual(['a', 'x']);
    }
  );

  it('what waits is not sent because another server answers', async () => {
    const world = annasWorld(ONE);
    const { sync, clock } = device(world);
    world.addSpace('https://bob.example/', 'Bob');
    world.forecast.push('offline');
    await sync.change([{ document: DAY, intent: patch(['a']), label: '' }]);
    await until(async () => (await sync.outbox())[0]?.tries === 1);
    await sync.refresh(['https://bob.example/profile/card']);
    const [waiting] = await sync.outbox();
    expect(waiting!.tries).toBe(1);
    expect(waiting!.nextAt).toBeGreaterThan(clock.now());
  });

  it.each<Weather>(['forbidden', 'full'])('stops at what will not pass: %s', async (weather) => {
    const world = annasWorld();
    const { sync } = device(world);
    world.sky = (request) => (request.url === DAY ? weather : 'fair');
    const ids = await sync.change([post(DAY, 'a'), post(`${SPACE}x`, 'b', [0]), post(`${SPACE}y`, 'c')]);
    await expect(sync.settled(ids)).rejects.toMatchObject({ problem: { kind: weather, url: DAY } });
    // Independent ones go on; dependent ones wait.
    await sync.settled([ids[2]!]);
    expect(world.peek(`${SPACE}x`)).toBeUndefined();
    await until(() => sync.status.waiting === 1 && sync.status.stopped === 1);
    world.sky = () => 'fair';
    await sync.retry(ids[0]!);
    await sync.settled(ids);
    expect([stands(world), sync.status]).toMatchObject([['a'], { online: true, waiting: 0, stopped: 0 }]);
  });

  it('goes on trying while others are in the way, but not for ever', async () => {
    const world = annasWorld();
    const { sync, clock } = device(world);
    world.put(DAY, '<#it> <#says> "theirs".');
    world.sky = (request) => (request.verb === 'patch' ? 'conflict' : 'fair');
    const [id] = await sync.change([post(DAY, 'a')]);
    for (let tries = 1; tries <= 8; tries++) {
      await until(async () => (await sync.outbox())[0]?.tries === tries && clock.next !== undefined);
      expect((await sync.outbox())[0]?.trouble?.kind).toBe('slow');
      clock.advance(300_000);
    }
    await expect(sync.settled([id!])).rejects.toMatchObject({ problem: { kind: 'conflict' } });
  });

  it('stops at once where nothing is there and nothing can be made: no change of others is in the way', async () => {
    const world = annasWorld();
    const { sync } = device(world);
    world.sky = (request) => (request.verb === 'patch' ? 'conflict' : 'fair');
    const [id] = await sync.change([post(DAY, 'a')]);
    await expect(sync.settled([id!])).rejects.toMatchObject({ problem: { kind: 'conflict' } });
  });

  it('gives an entry up with all that waits for it, and says what that was', async () => {
    const world = annasWorld();
    const { sync, online, sees } = device(world);
    online.set(false);
    const ids = await sync.change([post(DAY, 'a'), post(`${SPACE}x`, 'b', [0]), post(DAY, 'c')]);
    const hope = expect(sync.settled([ids[1]!])).rejects.toMatchObject({ problem: { kind: 'gone' } });
    expect((await sync.discard(ids[0]!)).map((entry) => entry.label)).toEqual(['a', 'b']);
    await hope;
    expect(await sees()).toEqual(['c']);
    online.set(true);
    await sync.settled([ids[2]!]);
    expect([stands(world), world.peek(`${SPACE}x`)]).toEqual([['c'], undefined]);
  });

  it('goes on after the page was closed, wherever it was', async () => {
    const world = annasWorld();
    let current = device(world);
    const held: ((weather: Weather) => void)[] = [];
    world.sky = () => new Promise((resolve) => held.push(resolve));
    const ids = await current.sync.change(['a', 'b', 'c', 'd'].map((value) => post(DAY, value)));
    for (const fate of ['fair', 'lost', 'offline', 'fair', 'broken', 'fair', 'fair'] as const) {
      await until(() => held.length > 0);
      // Killed with a request on its way, which then arrives or does not.
      current = current.restart();
      held.shift()!(fate);
      await until(() => held.length > 0);
      current.clock.advance(300_000);
    }
    world.sky = () => 'fair';
    for (const go of held) go('fair');
    await current.sync.settled(ids);
    expect(stands(world)).toEqual(['a', 'b', 'c', 'd']);
    expect(await current.sees()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('sends one thing at a time to a document, and to different ones side by side', async () => {
    const world = annasWorld();
    const { sync } = device(world);
    const now = new Map<string, number>();
    let most = 0;
    let together = 0;
    world.sky = async ({ verb, url }): Promise<Weather> => {
      if (verb !== 'patch') return 'fair';
      now.set(url, (now.get(url) ?? 0) + 1);
      most = Math.max(most, now.get(url)!);
      together = Math.max(together, [...now.values()].filter((n) => n > 0).length);
      await new Promise((resolve) => setImmediate(resolve));
      now.set(url, now.get(url)! - 1);
      return 'fair';
    };
    const writes = Array.from({ length: 60 }, (_, i) => post(`${SPACE}${i % 20}`, String(i)));
    await sync.settled(await sync.change(writes));
    expect(most).toBe(1);
    expect(together).toBe(8);
  });

  it('begins nothing more before the page is left, and what is under way is saved by then', async () => {
    const world = annasWorld();
    const { sync, restart } = device(world);
    let asked = 0;
    let go = (_: Weather) => {};
    world.sky = ({ verb }) => {
      if (verb !== 'patch') return 'fair';
      asked++;
      return new Promise((resolve) => (go = resolve));
    };
    const [first] = await sync.change([post(DAY, 'a')]);
    await vi.waitFor(() => expect(asked).toBe(1), { timeout: 10_000 });
    await sync.change([post(DAY, 'b')]);
    let paused = false;
    const pause = sync.pause().then(() => (paused = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(paused).toBe(false);
    go('fair');
    await pause;
    const left = await sync.outbox();
    expect(left.map(({ id }) => id)).not.toContain(first);
    expect(left).toHaveLength(1);
    world.sky = () => 'fair';
    const after = restart();
    await after.sync.settled(left.map(({ id }) => id));
    expect(stands(world)).toEqual(['a', 'b']);
  });

  it('goes on after a pause when the page was not left', async () => {
    const world = annasWorld();
    const { sync } = device(world);
    await sync.pause();
    const ids = await sync.change([post(DAY, 'a')]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(stands(world)).toEqual([]);
    sync.resume();
    await sync.settled(ids);
    expect(stands(world)).toEqual(['a']);
  });

  it('tells how things stand', async () => {
    const world = annasWorld();
    const { sync, online } = device(world);
    const told: unknown[] = [];
    const stop = sync.subscribe(() => told.push(sync.status));
    online.set(false);
    await vi.waitFor(() => expect(sync.status.online).toBe(false), { timeout: 20_000 });
    const ids = await sync.change([post(DAY, 'a')]);
    await vi.waitFor(() => expect(sync.status).toMatchObject({ online: false, waiting: 1, stopped: 0 }), {
      timeout: 20_000
    });
    online.set(true);
    await sync.settled(ids);
    await vi.waitFor(() => expect(sync.status).toMatchObject({ online: true, waiting: 0, stopped: 0 }), {
      timeout: 20_000
    });
    expect(told.length).toBeGreaterThanOrEqual(3);
    stop();
  });

  it('keeps its order when the clock is set back', async () => {
    const world = annasWorld();
    const before = device(world);
    before.online.set(false);
    const first = await before.sync.change([post(DAY, 'a')]);
    world.sky = () => 'offline';
    const { sync, clock } = before.restart();
    clock.advance(-3_600_000);
    const second = await sync.change([post(DAY, 'b')]);
    expect(second[0]! > first[0]!).toBe(true);
  });

  it('does not ask a server again and again while the memory of the device cannot take the answer', async () => {
    const world = annasWorld();
    const { sync, cache, clock } = device(world);
    const commit = cache.commit.bind(cache);
    let tried = 0;
    cache.commit = (step) => (step.dequeue && tried++ < 3 ? Promise.reject(new Error('disk')) : commit(step));
    const ids = await sync.change([post(DAY, 'a')]);
    for (let n = 1; n <= 3; n++) {
      await until(() => tried === n && clock.next !== undefined);
      expect(requests(world, 'patch')).toHaveLength(n);
      clock.advance(clock.next! - clock.now());
    }
    await sync.settled(ids);
    expect(stands(world)).toEqual(['a']);
  });
});
