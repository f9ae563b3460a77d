import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { quadKey } from '#lib/rdf/key.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { AS } from '#lib/rdf/vocab.ts';
import type { World } from '#lib/solid/memory-world.ts';
import { lossesIn } from '#lib/sync/losses.ts';
import { closeDevices, minute, page, together } from './devices.testing.ts';
import { edit } from './edit.ts';
import { NoSuchPost } from './no-such-post.ts';
import { changesIn } from './page.ts';
import { remove } from './remove.ts';

afterEach(closeDevices);

const said = (world: World, url: string, post: string) =>
  parseTurtle(String(world.peek(url)), url)
    .filter(({ subject }) => subject.value === post)
    .map(quadKey)
    .sort();

interface Step {
  readonly who: number;
  readonly does: 'edit' | 'remove' | 'send' | 'read';
  /** What this device's clock says, minutes after the start. */
  readonly minute: number;
}
const steps = (count: number) =>
  fc.array(
    fc.record<Step>({
      who: fc.nat(count - 1),
      does: fc.constantFrom<Step['does'][]>('edit', 'edit', 'edit', 'edit', 'remove', 'send', 'read'),
      minute: fc.integer({ min: -5, max: 5 })
    }),
    { minLength: 2, maxLength: 9 }
  );

async function play(count: number, plan: readonly Step[], turns: readonly number[]) {
  const { world, post, all } = await together(count);
  const texts = ['First'];
  /** What somebody saw, and wrote over or took away. */
  const replaced = new Set<string>();
  for (const [n, step] of plan.entries()) {
    const { house, send, read, shows } = all[step.who]!;
    if (step.does === 'send') await send();
    else if (step.does === 'read') await read();
    else {
      const before = (await shows())[1];
      try {
        if (step.does === 'remove') await remove(house, post, minute(step.minute));
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
      {
        subject: post,
        predicate: AS.content,
        text: 'Newer',
        instead: undefined,
        theirs: order[1] === 0,
        at: expect.any(Number)
      }
    ]);
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
});
