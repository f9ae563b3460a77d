import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { houseOver, testHouse, type TestHouse } from '../house.testing.ts';
import { processInbox } from '../inbox/process-inbox.ts';
import { momentAt } from '../moment.ts';
import { spaceOf } from '../space.ts';
import { accept } from './accept.ts';
import { checkFriends } from './check-friends.ts';
import { request } from './request.ts';
import { stands, wakes } from './story.testing.ts';

const turns = fc.array(fc.nat(5), { minLength: 1, maxLength: 12 });
/** How much later than the answer the other device looks into the inbox, ms. */
const later = fc.integer({ min: -5, max: 5 });

/** Bob asks Alice, who has two devices; both know her records. What they do next waits until `go`. */
async function asked(): Promise<{ bob: TestHouse; both: [TestHouse, TestHouse] }> {
  const first = testHouse('alice');
  const { world, me } = first;
  const second = { ...houseOver(me.id, me.storage, world.podFor(me.id)), world };
  const bob = testHouse('bob', world);
  const both: [TestHouse, TestHouse] = [first, second];
  await Promise.all(both.map(({ sync }) => sync.refresh([spaceOf(me).subscriptions])));
  await request(bob, me.id);
  await bob.allSent();
  return { bob, both };
}

describe('two devices of somebody who is asked to be friends', () => {
  it('come to yes when one says yes while the other takes the request in', async () => {
    await fc.assert(
      fc.asyncProperty(turns, later, async (order, ms) => {
        const { bob, both } = await asked();
        const [one, other] = both;
        const { world } = one;
        const at = Date.now();
        // Whose request is served next, is chance.
        const held: (() => void)[] = [];
        let turn = 0;
        const serve = () => held.splice(order[turn++ % order.length]! % held.length, 1)[0]?.();
        world.sky = () =>
          new Promise((resolve) => {
            held.push(() => resolve('fair'));
            setImmediate(serve);
          });
        let said = false;
        const yes = async () => {
          await processInbox(one, { now: () => momentAt(new Date(at - 10)) });
          if ((await stands(one, bob)) !== 'asks') return;
          await accept(one, bob.me.id, momentAt(new Date(at)));
          said = true;
        };
        await Promise.all([yes(), processInbox(other, { now: () => momentAt(new Date(at + ms)) })]);
        await Promise.all(both.map(({ allSent }) => allSent()));
        world.sky = () => 'fair';
        // The other device was first to take it in: she says yes when she is told.
        if (!said) {
          await wakes(one);
          await accept(one, bob.me.id);
        }
        for (const house of [one, other, bob, one, other]) await wakes(house);
        const fresh = { ...houseOver(one.me.id, one.me.storage, world.podFor(one.me.id)), world };
        await checkFriends(fresh);
        const all = [one, other, fresh];
        expect(await Promise.all(all.map((house) => stands(house, bob)))).toEqual(all.map(() => 'friend'));
        expect(await stands(bob, one)).toBe('friend');
        for (const house of [...all, bob]) house.close();
      }),
      { numRuns: 60 }
    );
  });
});
