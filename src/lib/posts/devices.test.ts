import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { quadKey } from '#lib/rdf/key.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { AS, RDF } from '#lib/rdf/vocab.ts';
import { memoryWorld, type World } from '#lib/solid/memory-world.ts';
import { lossesIn } from '#lib/sync/losses.ts';
import { edit } from './edit.ts';
import { testHouse, type TestHouse } from './house.testing.ts';
import { NoSuchPost } from './own-post.ts';
import { changesIn } from './page.ts';
import { publish } from './publish.ts';
import { remove, type Removed } from './remove.ts';
import { restore } from './restore.ts';

const storage = 'https://anna.example/';
const page = `${storage}public/timeline/recent.ttl`;
const start = Date.UTC(2026, 10, 21, 8);
let named = 0;
/** `n` minutes after the start, as a device's clock says it. */
const minute = (n: number) => ({
  at: new Date(start + n * 60_000),
  ulid: `01KA${String(named++).padStart(22, '0')}`
});

interface Device {
  readonly house: TestHouse;
  online(now: boolean): void;
  /** Sends all that waits. */
  send(): Promise<void>;
  read(): Promise<void>;
  /** The texts of the post on its page and in its day. */
  shows(): Promise<(string | undefined)[]>;
  lost(): Promise<string[]>;
}

let devices: Device[] = [];
afterEach(() => {
  for (const { house } of devices) house.close();
  devices = [];
});

function device(world: World, post: () => string, id?: string): Device {
  let up = true;
  const listeners = new Set<() => void>();
  const house = testHouse(storage, world, id, {
    get now() {
      return up;
    },
    subscribe: (listener) => (listeners.add(listener), () => listeners.delete(listener))
  });
  const online = (now: boolean) => {
    up = now;
    for (const listener of listeners) listener();
  };
  const documents = () => [page, post().split('#')[0]!];
  const made: Device = {
    house,
    online,
    async send() {
      online(true);
      await house.allSent();
      online(false);
    },
    async read() {
      online(true);
      await house.sync.refresh(documents());
      online(false);
    },
    shows: async () => {
      const views = await Promise.all(documents().map((url) => house.asking.read(url)));
      return views.flatMap(({ graph }) => {
        const texts = graph.objects(post(), AS.content).map(({ value }) => value);
        return texts.length ? texts : [undefined];
      });
    },
    lost: async () => (await lossesIn(house.cache).list(post())).map(({ text }) => text)
  };
  devices.push(made);
  return made;
}

/** So many devices of one person that know the same post and have no network. */
async function together(count: number): Promise<{ world: World; post: string; all: Device[] }> {
  const world = memoryWorld();
  let post = '';
  const first = device(world, () => post);
  post = (await publish(first.house, { text: 'First', audience: 'public' }, minute(0))).post;
  await first.send();
  const others = Array.from({ length: count - 1 }, () => device(world, () => post, first.house.me.id));
  const all = [first, ...others];
  for (const each of all) await each.read();
  return { world, post, all };
}

const said = (world: World, url: string, post: string) =>
  parseTurtle(String(world.peek(url)), url)
    .filter(({ subject }) => subject.value === post)
    .map(quadKey)
    .sort();

interface Step {
  readonly who: number;
  readonly does: 'edit' | 'remove' | 'undo' | 'send' | 'read';
  /** What this device's clock says, minutes after the start. */
  readonly minute: number;
}
const steps = (count: number) =>
  fc.array(
    fc.record<Step>({
      who: fc.nat(count - 1),
      does: fc.constantFrom<Step['does'][]>('edit', 'edit', 'edit', 'edit', 'remove', 'undo', 'send', 'read'),
      minute: fc.integer({ min: -5, max: 5 })
    }),
    { minLength: 2, maxLength: 9 }
  );

async function play(count: number, plan: readonly Step[], turns: readonly number[]) {
  const { world, post, all } = await together(count);
  const texts = ['First'];
  /** What somebody saw, and wrote over or took away. */
  const replaced = new Set<string>();
  const removed: (Removed | undefined)[] = [];
  for (const [n, step] of plan.entries()) {
    const { house, send, read, shows } = all[step.who]!;
    if (step.does === 'send') await send();
    else if (step.does === 'read') await read();
    else if (step.does === 'undo') {
      const last = removed[step.who];
      removed[step.who] = undefined;
      if (last) await restore(house, last);
    } else {
      const before = (await shows())[1];
      try {
        if (step.does === 'remove') removed[step.who] = await remove(house, post, minute(step.minute));
        else {
          await edit(house, post, `Text ${n}`, minute(step.minute));
          texts.push(`Text ${n}`);
        }
        replaced.add(before!);
      } catch (error) {
        expect(error).toBeInstanceOf(NoSuchPost);
      }
    }
  }
  // The rest goes out at once, each request when its turn comes.
  const held: (() => void)[] = [];
  let turn = 0;
  world.sky = () =>
    new Promise((resolve) => {
      held.push(() => resolve('fair'));
      setImmediate(() => {
        const next = turns[turn++ % turns.length]! % held.length;
        held.splice(next, 1)[0]?.();
      });
    });
  await Promise.all(all.map(({ send }) => send()));
  world.sky = () => 'fair';
  for (const each of all) await each.read();
  return { world, post, all, texts, replaced };
}

describe('devices that change the same post', () => {
  it.each([2, 3])('are %i, and come to one text on all, with nothing silently dropped', async (count) => {
    await fc.assert(
      fc.asyncProperty(
        steps(count),
        fc.array(fc.nat(20), { minLength: 1, maxLength: 12 }),
        async (plan, turns) => {
          const { world, post, all, texts, replaced } = await play(count, plan, turns);
          const shown = await Promise.all(all.map(({ shows }) => shows()));
          const [text] = shown[0]!;
          // On every device, on the page and in the day: the same, once.
          expect(shown).toEqual(all.map(() => [text, text]));
          const url = post.split('#')[0]!;
          for (const { house } of all) {
            const view = await house.asking.read(url);
            expect(view.graph.about(post).map(quadKey).sort()).toEqual(said(world, url, post));
          }
          // Readers are told of it once.
          const told = changesIn((await all[0]!.house.asking.read(page)).graph, post);
          expect(told.length).toBeLessThanOrEqual(1);
          const lost = new Set((await Promise.all(all.map((each) => each.lost()))).flat());
          const accounted = (each: string) => each === text || replaced.has(each) || lost.has(each);
          expect(texts.filter((each) => !accounted(each))).toEqual([]);
        }
      ),
      { numRuns: 150 }
    );
  });
});

describe('two devices', () => {
  it.each([
    [0, 1],
    [1, 0]
  ])('send in the order %i, %i: the newer text stands', async (...order) => {
    const { post, all } = await together(2);
    await edit(all[0]!.house, post, 'Older', minute(1));
    await edit(all[1]!.house, post, 'Newer', minute(2));
    for (const n of order) await all[n]!.send();
    for (const each of all) await each.read();
    expect(await Promise.all(all.map((each) => each.shows()))).toEqual([
      ['Newer', 'Newer'],
      ['Newer', 'Newer']
    ]);
    // By whoever knew it last: who overwrote it, or who came too late.
    expect(await all[order[1]!]!.lost()).toEqual(['Older']);
    expect(await all[order[0]!]!.lost()).toEqual([]);
  });

  it('show one text while one of them waits', async () => {
    const { world, post, all } = await together(2);
    await edit(all[0]!.house, post, 'Older', minute(1));
    await edit(all[1]!.house, post, 'Newer', minute(2));
    await all[1]!.send();
    world.sky = ({ verb }) => (verb === 'patch' ? 'offline' : 'fair');
    await all[0]!.read();
    expect(await all[0]!.shows()).toEqual(['Newer', 'Newer']);
  });

  it.each([
    [0, 1],
    [1, 0]
  ])('a deletion stands over a newer text, whichever comes first (%i, %i)', async (...order) => {
    const { post, all } = await together(2);
    await remove(all[0]!.house, post, minute(1));
    await edit(all[1]!.house, post, 'Newer', minute(2));
    for (const n of order) await all[n]!.send();
    for (const each of all) await each.read();
    expect((await Promise.all(all.map((each) => each.shows()))).flat()).toEqual(Array(4).fill(undefined));
    const lost = await lossesIn(all[order[1]!]!.house.cache).list(post);
    expect(lost).toEqual([
      { subject: post, text: 'Newer', instead: undefined, theirs: order[1] === 0, at: expect.any(Number) }
    ]);
  });

  it('is taken back after both deleted it', async () => {
    const { post, all } = await together(2);
    const removed: Removed = await remove(all[0]!.house, post, minute(1));
    await remove(all[1]!.house, post, minute(2));
    await all[0]!.send();
    await all[1]!.send();
    await restore(all[0]!.house, removed);
    await all[0]!.send();
    for (const each of all) await each.read();
    expect((await Promise.all(all.map((each) => each.shows()))).flat()).toEqual(Array(4).fill('First'));
    const view = await all[1]!.house.asking.read(post.split('#')[0]!);
    expect(view.graph.iris(post, RDF.type)).not.toContain(AS.Tombstone);
  });

  it.each([
    [0, 1],
    [1, 0]
  ])('a deletion that is taken back before it left is none (%i, %i)', async (...order) => {
    const { post, all } = await together(2);
    await edit(all[1]!.house, post, 'Newer', minute(1));
    const removed = await remove(all[0]!.house, post, minute(2));
    await restore(all[0]!.house, removed);
    expect(await all[0]!.shows()).toEqual(['First', 'First']);
    for (const n of order) await all[n]!.send();
    for (const each of all) await each.read();
    expect((await Promise.all(all.map((each) => each.shows()))).flat()).toEqual(Array(4).fill('Newer'));
  });

  it('a deletion that is taken back after it arrived gives way to what was changed meanwhile', async () => {
    const { post, all } = await together(2);
    await edit(all[1]!.house, post, 'Newer', minute(1));
    const removed = await remove(all[0]!.house, post, minute(2));
    await all[0]!.send();
    await restore(all[0]!.house, removed);
    await all[0]!.send();
    await all[1]!.send();
    for (const each of all) await each.read();
    expect((await Promise.all(all.map((each) => each.shows()))).flat()).toEqual(Array(4).fill('Newer'));
    expect((await Promise.all(all.map((each) => each.lost()))).flat()).toEqual([]);
  });

  it('what met a deletion stays with who wrote it when the deletion is taken back', async () => {
    const { post, all } = await together(2);
    const removed = await remove(all[0]!.house, post, minute(1));
    await all[0]!.send();
    await edit(all[1]!.house, post, 'Newer', minute(2));
    await all[1]!.send();
    await restore(all[0]!.house, removed);
    await all[0]!.send();
    for (const each of all) await each.read();
    expect((await Promise.all(all.map((each) => each.shows()))).flat()).toEqual(Array(4).fill('First'));
    expect(await all[1]!.lost()).toEqual(['Newer']);
  });

  it('an edit is dated after what it edits, however far the clock was ahead', async () => {
    const { post, all } = await together(2);
    await edit(all[0]!.house, post, 'Ahead', minute(5));
    await all[0]!.send();
    await all[1]!.read();
    await edit(all[1]!.house, post, 'Later', minute(-5));
    await all[1]!.send();
    await all[0]!.read();
    expect(await all[0]!.shows()).toEqual(['Later', 'Later']);
    expect(await all[1]!.lost()).toEqual([]);
  });

  it('what was lost is kept before it is overwritten, though the answer does not come', async () => {
    const { world, post, all } = await together(2);
    await edit(all[0]!.house, post, 'Older', minute(1));
    await edit(all[1]!.house, post, 'Newer', minute(2));
    await all[0]!.send();
    let lost = 0;
    world.sky = ({ verb }) => (verb === 'patch' && lost++ < 2 ? 'lost' : 'fair');
    const sending = all[1]!.send();
    all[1]!.house.sync.wake();
    await sending;
    expect(await all[1]!.lost()).toEqual(['Older']);
    expect(await all[1]!.shows()).toEqual(['Newer', 'Newer']);
  });

  it('that bring a post back to the page at the same moment bring one text', async () => {
    const { world, post, all } = await together(2);
    const [first, second] = [all[0]!.house, all[1]!.house];
    await edit(second, post, 'Newer', minute(1));
    const removed = [await remove(first, post, minute(2)), await remove(second, post, minute(2))];
    for (const each of all) await each.send();
    world.put(page, `<> a <${AS.OrderedCollectionPage}>.`);
    for (const each of all) await each.read();
    await restore(first, removed[0]!);
    await restore(second, removed[1]!);
    // Both have read the page, and found no room taken, before either writes.
    const held: (() => void)[] = [];
    world.sky = ({ verb, url }) =>
      verb !== 'patch' || url !== page || held.length >= 2
        ? 'fair'
        : new Promise((resolve) => {
            held.push(() => resolve('fair'));
            if (held.length === 2) for (const go of held) go();
          });
    await Promise.all(all.map(({ send }) => send()));
    world.sky = () => 'fair';
    for (const each of all) await each.read();
    expect((await Promise.all(all.map((each) => each.shows()))).flat()).toEqual(Array(4).fill('Newer'));
  });
});
