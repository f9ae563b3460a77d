import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Cache } from '#lib/cache/cache.ts';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import { viewer } from '#lib/cache/read-view.ts';
import type { World } from '#lib/solid/memory-world.ts';
import { fakeClock } from './fake-clock.ts';
import { annasWorld, DAY, P, patch, readAgain, requests, SPACE, until } from './house.testing.ts';
import { switchable } from './switchable.testing.ts';
import { makeSync } from './make-sync.ts';
import { CHECK_UP, EVERY } from './rounds.ts';

const INBOX = `${SPACE}inbox/`;
const says = (value: string, name = '1') => `<#${name}> <${P}> "${value}".`;

let closing: (() => void)[] = [];
afterEach(() => {
  closing.forEach((close) => close());
  closing = [];
  vi.unstubAllGlobals();
});

/** Anna's tab in a world whose servers tell of changes. */
function tab(
  world: World,
  { cache = memoryCache(), clock = fakeClock(), name }: Partial<Parts> = {},
  webId = `${SPACE}profile/card#me`
) {
  world.lines.now = clock.now;
  const [online, looking] = [switchable(), switchable()];
  const channels = world.channelsFor(webId);
  const sync = makeSync({
    pod: world.podFor(webId),
    cache,
    clock,
    online,
    looking,
    channels,
    ...(name ? { name } : {})
  });
  closing.push(() => sync.close());
  const read = viewer(cache);
  const sees = async (url = DAY) =>
    (await read(url)).graph
      .objects(`${url}#1`, P)
      .map((term) => term.value)
      .join();
  return { cache, clock, online, looking, sync, sees };
}
interface Parts {
  cache: Cache;
  clock: ReturnType<typeof fakeClock>;
  name: string;
}
const reads = (world: World) => requests(world, 'read').length;

/** Anna listens to her day, and it is quiet. */
async function listening(world = annasWorld(says('old')), parts: Partial<Parts> = {}) {
  const one = tab(world, parts);
  one.sync.follow([DAY]);
  await until(() => one.sync.isLive(DAY));
  await until(async () => (await one.sees()) !== '');
  await quiet(world);
  return { world, ...one };
}
/** Until nothing is asked any more. */
async function quiet(world: World) {
  let before = -1;
  await until(() => {
    const same = before === world.log.length;
    before = world.log.length;
    return same;
  });
}

describe('following by channel', () => {
  it('shows a change at once, without asking in vain before', async () => {
    const { world, sees, clock } = await listening();
    const asked = reads(world);
    clock.advance(EVERY * 3);
    await quiet(world);
    expect(reads(world)).toBe(asked);
    world.put(DAY, says('new'));
    await until(async () => (await sees()) === 'new');
    expect(reads(world)).toBe(asked + 1);
  });

  it('tells a deletion', async () => {
    const { world, sync, cache } = await listening();
    const bobs = tab(world);
    const ids = await bobs.sync.change([{ document: DAY, intent: { kind: 'remove' }, label: '' }]);
    await bobs.sync.settled(ids);
    await until(async () => (await cache.document(DAY))?.state === 'missing');
    expect(sync.isLive(DAY)).toBe(true);
  });

  it('does not read its own words twice', async () => {
    const { world, sync, cache, clock } = await listening();
    const asked = reads(world);
    await sync.settled(await sync.change([{ document: DAY, intent: patch(['mine'], ['old']), label: '' }]));
    await readAgain({ cache, clock });
    await quiet(world);
    // One reading after the writing brings the ETag; the echo of it is known by that.
    expect(reads(world)).toBe(asked + 1);
  });

  it('hears of messages: children that come', async () => {
    const world = annasWorld(says('x'));
    const { sync, cache } = tab(world);
    sync.follow([INBOX]);
    await until(() => sync.isLive(INBOX));
    await quiet(world);
    const before = (await cache.document(INBOX))?.turtle;
    world.put(`${INBOX}m1`, says('hello'));
    await until(async () => (await cache.document(INBOX))?.turtle !== before);
    expect((await cache.document(INBOX))?.turtle).toContain('m1');
  });

  it('takes what was missed while the socket was cut, once, and is live again', async () => {
    const { world, sees, sync, clock } = await listening();
    world.lines.up = false;
    world.lines.cut();
    expect(sync.isLive(DAY)).toBe(false);
    world.put(DAY, says('missed'));
    for (let i = 0; i < 4; i++) {
      clock.advance(5_000);
      await quiet(world);
    }
    expect(await sees()).toBe('old');
    const asked = reads(world);
    world.lines.up = true;
    clock.advance(30_000);
    await until(async () => (await sees()) === 'missed');
    await quiet(world);
    expect(reads(world)).toBe(asked + 1);
    world.put(DAY, says('and more'));
    await until(async () => (await sees()) === 'and more');
  });

  it('dials again when the network is back, though no socket said it was gone', async () => {
    const { world, online, sees, sync } = await listening();
    online.set(false);
    online.set(true);
    await until(() => sync.isLive(DAY));
    expect(world.lines.heard).toEqual([DAY]);
    world.put(DAY, says('new'));
    await until(async () => (await sees()) === 'new');
    expect(world.lines.made).toHaveLength(1);
  });

  it('finds out by a check-up that a channel is deaf, and makes another', async () => {
    const { world, sees, clock, sync } = await listening();
    world.lines.deaf = true;
    world.put(DAY, says('unheard'));
    world.lines.deaf = false;
    clock.advance(CHECK_UP);
    await until(async () => (await sees()) === 'unheard');
    await until(() => world.lines.made.length === 2 && sync.isLive(DAY));
  });

  it('renews a channel before it ends', async () => {
    const world = annasWorld(says('old'));
    world.lines.lasts = 3 * 3_600_000;
    const { clock, sync } = await listening(world);
    clock.advance(3 * 3_600_000 - 9 * 60_000);
    await until(() => world.lines.made.length === 2 && sync.isLive(DAY));
  });

  it('keeps a server from being asked without end by its own notices', async () => {
    const { world, sees, clock } = await listening();
    const asked = reads(world);
    for (let i = 0; i < 60; i++) {
      world.put(DAY, says(`${i}`));
      await quiet(world);
    }
    expect(reads(world) - asked).toBeLessThanOrEqual(41);
    clock.advance(10_000);
    await until(async () => (await sees()) === '59');
  });
});

describe('channels across reloads', () => {
  it('are taken up again, not made again', async () => {
    const first = await listening();
    first.sync.close();
    expect(first.world.lines.heard).toEqual([]);
    const again = await listening(first.world, first);
    expect(first.world.lines.made).toEqual([DAY]);
    first.world.put(DAY, says('new'));
    await until(async () => (await again.sees()) === 'new');
  });

  it('are made anew when the server has forgotten them', async () => {
    const first = await listening();
    first.sync.close();
    first.world.lines.forget();
    const again = tab(first.world, first);
    again.sync.follow([DAY]);
    await until(() => {
      again.clock.advance(1_000);
      return again.sync.isLive(DAY);
    });
    expect(first.world.lines.made).toEqual([DAY, DAY]);
  });
});

describe('without a channel', () => {
  it('asks every minute while somebody looks', async () => {
    const world = annasWorld(says('old'));
    world.lines.offered = false;
    const { sync, sees, clock, looking } = tab(world);
    sync.follow([DAY]);
    await until(async () => (await sees()) === 'old');
    world.put(DAY, says('new'));
    clock.advance(EVERY);
    await until(async () => (await sees()) === 'new');
    looking.set(false);
    await quiet(world);
    const asked = reads(world);
    clock.advance(EVERY * 10);
    await quiet(world);
    expect(reads(world)).toBe(asked);
    world.put(DAY, says('newer'));
    looking.set(true);
    clock.advance(0);
    await until(async () => (await sees()) === 'newer');
    expect(sync.isLive(DAY)).toBe(false);
  });

  it('asks a server that does not answer less and less', async () => {
    const world = annasWorld(says('old'));
    world.lines.offered = false;
    const { sync, clock, sees } = tab(world);
    sync.follow([DAY]);
    await until(async () => (await sees()) === 'old');
    world.sky = () => 'broken';
    const asked = reads(world);
    for (let minute = 0; minute < 60; minute++) {
      clock.advance(EVERY);
      await quiet(world);
    }
    expect(reads(world) - asked).toBeLessThanOrEqual(8);
  });

  it('asks for a channel again as soon as a document opens', async () => {
    const world = annasWorld();
    const [bob, page] = ['https://bob.example/', 'https://bob.example/page.ttl'];
    world.addSpace(bob, 'Bob');
    world.put(page, '<#1> <#p> "for friends".');
    const { sync, clock, cache } = tab(world);
    sync.follow([page]);
    await until(async () => (await cache.document(page))?.state === 'forbidden');
    await quiet(world);
    const owner = [`${bob}profile/card#me`];
    await world.podFor(owner[0]).setAccess(page, { owner, everyone: ['read'], signedIn: [], people: {} });
    clock.advance(EVERY);
    await until(() => sync.isLive(page));
  });

  it('stops when nobody follows any more', async () => {
    const { world, sync, clock } = await listening();
    const stop = sync.follow([INBOX]);
    await until(() => sync.isLive(INBOX));
    stop();
    expect(sync.isLive(INBOX)).toBe(false);
    expect(world.lines.heard).toEqual([DAY]);
    await quiet(world);
    const asked = reads(world);
    clock.advance(EVERY * 3);
    await quiet(world);
    expect(reads(world)).toBe(asked);
  });
});

describe('two tabs', () => {
  it('hold one socket between them, and both hear', async () => {
    // One that leads and one that waits in line for ever.
    const request = vi.fn();
    request.mockImplementationOnce((_: string, __: object, work: () => Promise<void>) => work());
    request.mockImplementation(() => new Promise(() => undefined));
    vi.stubGlobal('navigator', { locks: { request }, onLine: true });
    const world = annasWorld(says('old'));
    const cache = memoryCache();
    const name = crypto.randomUUID();
    const leader = tab(world, { cache, name });
    const other = tab(world, { cache, name });
    const stop = other.sync.follow([DAY]);
    await until(() => leader.sync.isLive(DAY) && other.sync.isLive(DAY));
    expect(world.lines.heard).toEqual([DAY]);
    await quiet(world);
    world.put(DAY, says('new'));
    await until(async () => (await other.sees()) === 'new');
    stop();
    await until(() => world.lines.heard.length === 0);
  });
});
