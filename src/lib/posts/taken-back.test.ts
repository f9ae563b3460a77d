import { afterEach, describe, expect, it } from 'vitest';
import { AS, RDF } from '#lib/rdf/vocab.ts';
import { closeDevices, minute, page, together } from './devices.testing.ts';
import { edit } from './edit.ts';
import { remove, type Removed } from './remove.ts';
import { restore } from './restore.ts';

afterEach(closeDevices);

describe('a deletion on one of two devices', () => {
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
  ])('that is taken back before it left is none (%i, %i)', async (...order) => {
    const { post, all } = await together(2);
    await edit(all[1]!.house, post, 'Newer', minute(1));
    const removed = await remove(all[0]!.house, post, minute(2));
    await restore(all[0]!.house, removed);
    expect(await all[0]!.shows()).toEqual(['First', 'First']);
    for (const n of order) await all[n]!.send();
    for (const each of all) await each.read();
    expect((await Promise.all(all.map((each) => each.shows()))).flat()).toEqual(Array(4).fill('Newer'));
  });

  it('that is taken back after it arrived gives way to what was changed meanwhile', async () => {
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

  it('and on the other, taken back on both at the same moment, brings one text', async () => {
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
