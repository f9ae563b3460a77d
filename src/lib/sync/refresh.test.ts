import { describe, expect, it } from 'vitest';
import { annasWorld, DAY, device, patch, requests, SPACE, stands, until } from './house.testing.ts';
import { AFTER_OURS } from './refresher.ts';
import { readOptions } from './receive.ts';
import type { Weather } from '#lib/solid/weather.ts';

describe('reading', () => {
  it('brings a document into the cache, and asks only for what changed', async () => {
    const world = annasWorld('<#1> <p> "a".');
    const { sync, cache, sees, clock } = device(world);
    await sync.refresh([DAY]);
    expect(await sees()).toEqual(['a']);
    const first = await cache.document(DAY);
    expect(first).toMatchObject({
      state: 'fresh',
      restricted: true,
      seen: clock.now(),
      etag: world.etag(DAY)
    });
    clock.advance(60_000);
    await sync.refresh([DAY]);
    expect(await cache.document(DAY)).toEqual({ ...first, seen: clock.now(), asked: clock.now() });
    world.put(DAY, '<#1> <p> "b".');
    await sync.refresh([DAY]);
    expect(await sees()).toEqual(['b']);
  });

  it('asks with what it knows, but never takes a container for unchanged', () => {
    const known = {
      url: DAY,
      turtle: '',
      etag: '"1"',
      restricted: true,
      seen: 1,
      asked: 1,
      state: 'fresh'
    } as const;
    expect(readOptions(known)).toEqual({ etag: '"1"', as: 'me' });
    expect(readOptions({ ...known, url: SPACE, restricted: false })).toEqual({});
    expect(readOptions(undefined)).toEqual({});
  });

  it('reads once more when the document became another one here while it was read', async () => {
    const world = annasWorld('<#1> <p> "a".');
    const { sync, cache, sees } = device(world);
    let [begun, answer] = [false, () => {}];
    world.sky = () => {
      if (begun) return 'fair';
      begun = true;
      return new Promise<Weather>((resolve) => (answer = () => resolve('fair')));
    };
    const reading = sync.refresh([DAY]);
    await until(() => begun);
    // As another tab does whose writing has arrived.
    await cache.commit({ put: [{ url: DAY, turtle: '', seen: 0, asked: 0, state: 'stale' }] });
    answer();
    await reading;
    expect(await sees()).toEqual(['a']);
    expect(await cache.document(DAY)).toMatchObject({ state: 'fresh' });
    expect(requests(world, 'read')).toHaveLength(2);
  });

  it('asks once for what many want at the same time', async () => {
    const world = annasWorld('<#1> <p> "a".');
    const { sync } = device(world);
    sync.want(DAY);
    sync.want(`${DAY}#1`);
    await Promise.all([sync.refresh([DAY]), sync.refresh([DAY, DAY])]);
    expect(requests(world, 'read')).toHaveLength(1);
  });

  it('asks again only after the time given, also when the clock is set back', async () => {
    const world = annasWorld('<#1> <p> "a".');
    const { sync, clock } = device(world);
    await sync.refresh([DAY]);
    const asked = async () => {
      // What is wanted is looked up before it is asked for: a later, certain request shows that it would have come.
      await sync.refresh([SPACE]);
      return requests(world, 'read').filter((one) => one.url === DAY).length;
    };
    sync.want(DAY);
    clock.advance(29_000);
    sync.want(DAY);
    expect(await asked()).toBe(1);
    clock.advance(1_000);
    sync.want(DAY);
    await until(async () => (await asked()) === 2);
    clock.advance(5_000);
    sync.want(DAY, 4_000);
    await until(async () => (await asked()) === 3);
  });

  it('asks anew on another page: who reloads wants to know now', async () => {
    const world = annasWorld('<#1> <p> "a".');
    const first = device(world);
    await first.sync.refresh([DAY]);
    const { sync } = first.restart();
    sync.want(DAY);
    await until(async () => requests(world, 'read').filter((one) => one.url === DAY).length === 2);
    sync.want(DAY);
    await sync.refresh([SPACE]);
    expect(requests(world, 'read').filter((one) => one.url === DAY)).toHaveLength(2);
  });

  it.each<[Weather, string, string, string[]]>([
    ['offline', 'broken', 'offline', ['a']],
    ['slow', 'broken', 'slow', ['a']],
    ['broken', 'broken', 'broken', ['a']],
    ['forbidden', 'forbidden', 'forbidden', ['a']],
    ['unauthorised', 'forbidden', 'unauthorised', ['a']],
    ['missing', 'missing', 'missing', []]
  ])('says so when it cannot: %s', async (weather, state, kind, left) => {
    const world = annasWorld('<#1> <p> "a".');
    const { sync, cache, sees } = device(world);
    await sync.refresh([DAY]);
    world.sky = () => weather;
    await sync.refresh([DAY]);
    expect(await cache.document(DAY)).toMatchObject({ state, problem: { kind } });
    expect(await sees()).toEqual(left);
    world.sky = () => 'fair';
    await sync.refresh([DAY]);
    expect(await cache.document(DAY)).toMatchObject({ state: 'fresh' });
    expect((await cache.document(DAY))?.problem).toBeUndefined();
    expect(await sees()).toEqual(['a']);
  });

  it('keeps the last good text when the new one cannot be read, and takes the next good one', async () => {
    const world = annasWorld('<#1> <p> "a".');
    const { sync, cache, sees } = device(world);
    await sync.refresh([DAY]);
    world.put(DAY, '<#1> <p> "no end');
    await sync.refresh([DAY]);
    expect(await cache.document(DAY)).toMatchObject({ state: 'broken', problem: { kind: 'broken' } });
    expect(await sees()).toEqual(['a']);
    world.put(DAY, '<#1> <p> "b".');
    await sync.refresh([DAY]);
    expect(await cache.document(DAY)).toMatchObject({ state: 'fresh' });
    expect(await sees()).toEqual(['b']);
  });

  it('does not ask without a network, says why nothing is there, and asks when it is back', async () => {
    const world = annasWorld('<#1> <p> "a".');
    const { sync, cache, online, sees } = device(world);
    online.set(false);
    await sync.refresh([DAY]);
    expect(await cache.document(DAY)).toMatchObject({ state: 'broken', problem: { kind: 'offline' } });
    expect(world.log).toEqual([]);
    online.set(true);
    await until(async () => (await sees())[0] === 'a');
  });

  it('asks first for what is looked at', async () => {
    const world = annasWorld();
    const { sync, clock } = device(world);
    const open: (() => void)[] = [];
    world.sky = (request) =>
      request.url === DAY ? 'fair' : new Promise((resolve) => open.push(() => resolve('fair')));
    const others = Array.from({ length: 60 }, (_, i) => `${SPACE}${i}`);
    void sync.refresh(others);
    await until(() => open.length === 32);
    // The seats are taken. A background reading comes after all of them ...
    await sync.change([{ document: DAY, intent: patch(['x']), label: 'x' }]);
    await until(async () => requests(world, 'patch').length === 1 && (await sync.outbox()).length === 0);
    clock.advance(AFTER_OURS);
    while (requests(world, 'read').length < 61) {
      const before = open.length;
      open.splice(0).forEach((go) => go());
      await until(() => open.length > 0 || requests(world, 'read').length === 61 || before === 0);
    }
    expect(requests(world, 'read').findIndex((one) => one.url === DAY)).toBe(60);
  });

  it('a reading that started before a write of ours does not undo what is seen', async () => {
    const world = annasWorld('<#1> <p> "a".');
    const { sync, sees, cache } = device(world);
    await sync.refresh([DAY]);
    world.put(DAY, '<#1> <p> "a". <#1> <p> "theirs".');
    const shown: string[][] = [];
    cache.subscribe(() => void sees().then((values) => shown.push(values)));
    // The text is fetched, and its answer held up until our write has arrived.
    const pod = world.podFor(`${SPACE}profile/card#me`);
    const early = await pod.read(DAY);
    let held = () => {};
    const proto = Object.getPrototypeOf(pod) as typeof pod;
    const read = proto.read;
    let first = true;
    proto.read = async function (this: typeof pod, url, options) {
      if (!first) return read.call(this, url, options);
      first = false;
      await new Promise<void>((resolve) => (held = resolve));
      return early;
    };
    try {
      const reading = sync.refresh([DAY]);
      await until(() => !first);
      const ids = await sync.change([{ document: DAY, intent: patch(['mine']), label: 'x' }]);
      await sync.settled(ids);
      held();
      await reading;
      await until(async () => (await sees()).length === 3);
    } finally {
      proto.read = read;
    }
    const since = shown.slice(shown.findIndex((values) => values.includes('mine')));
    expect(since.every((values) => values.includes('mine'))).toBe(true);
    expect(stands(world)).toEqual(['a', 'mine', 'theirs']);
  });

  it('never rejects, even when the memory of the device fails', async () => {
    const { sync, cache } = device(annasWorld('<#1> <p> "a".'));
    cache.document = () => Promise.reject(new Error('the disk is gone'));
    await expect(sync.refresh([DAY])).resolves.toBeUndefined();
  });
});
