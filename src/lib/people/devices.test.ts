import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from './address.ts';
import { editProfile } from './edit-profile.ts';
import { houseOver, testHouse } from './house.testing.ts';
import { profileOf } from './profile.question.ts';

const turns = fc.array(fc.nat(5), { minLength: 1, maxLength: 8 });

describe('two devices that give a person another name and another line about them', () => {
  it('come to one of each, and the other is kept where it was known last', async () => {
    await fc.assert(
      fc.asyncProperty(turns, async (order) => {
        const first = testHouse('anna');
        const { world, me } = first;
        const second = houseOver(me.id, me.storage, world.podFor(me.id));
        const both = [first, second];
        const card = documentOf(me.id);
        await Promise.all(both.map(({ sync }) => sync.refresh([card])));
        // Nothing leaves before both have written; then each request when its turn comes.
        const held: (() => void)[] = [];
        let isOpen = false;
        let turn = 0;
        const letOne = () => held.splice(order[turn++ % order.length]! % held.length, 1)[0]?.();
        world.sky = () =>
          new Promise((resolve) => {
            held.push(() => resolve('fair'));
            if (isOpen) setImmediate(letOne);
          });
        for (const [n, house] of both.entries())
          await editProfile(house, { name: `Anna ${n}`, about: `About ${n}` });
        isOpen = true;
        for (let n = held.length; n > 0; n--) setImmediate(letOne);
        await Promise.all(both.map(({ allSent }) => allSent()));
        world.sky = () => 'fair';
        await Promise.all(both.map(({ sync }) => sync.refresh([card])));
        const seen = await Promise.all(both.map(({ asking }) => profileOf(me.id)(asking.read)));
        expect(seen[0]!.name).toBe(seen[1]!.name);
        const { graph } = await second.asking.read(card);
        const values = ['http://www.w3.org/2006/vcard/ns#fn', 'http://xmlns.com/foaf/0.1/name'].map((path) =>
          graph.objects(me.id, path).map(({ value }) => value)
        );
        expect(values).toEqual([[seen[0]!.name], [seen[0]!.name]]);
        const keys = (await Promise.all(both.map(({ notes }) => notes.keys('lost:')))).flat();
        expect(keys).toHaveLength(2);
        for (const house of both) house.close();
      }),
      { numRuns: 40 }
    );
  });
});
