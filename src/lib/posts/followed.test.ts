import { afterEach, beforeEach, expect, it } from 'vitest';
import { befriend } from '#lib/people/friends/story.testing.ts';
import { testHouse, world, type TestHouse } from '#lib/people/house.testing.ts';
import { spaceOf } from '#lib/people/space.ts';
import { followed } from './followed.question.ts';
import { recentOf } from './places.ts';
import { publish } from './publish.ts';

let alice: TestHouse;
let others: TestHouse[];

beforeEach(async () => {
  const here = world();
  alice = testHouse('alice', here);
  others = ['bob', 'carol', 'dan'].map((name) => testHouse(name, here));
  for (const other of others) await befriend(alice, other);
});
afterEach(() => [alice, ...others].forEach((house) => house.close()));

/** Publishes so many posts, and lets Alice's device read them. */
async function posts(of: TestHouse, times: number): Promise<void> {
  for (let n = 0; n < times; n++) await publish(of, { text: `${n}`, audience: 'friends' });
  await of.allSent();
  await alice.sync.refresh([recentOf(of.me.storage, 'friends')]);
}
const owners = async () => {
  const urls = await followed(alice)(alice.asking.read);
  return [...new Set(urls.map((url) => new URL(url).hostname.split('.')[0]))];
};

it('messages and my own pages first, then the liveliest friend', async () => {
  const [, carol, dan] = others as [TestHouse, TestHouse, TestHouse];
  await posts(dan, 1);
  await posts(carol, 3);
  expect(await owners()).toEqual(['alice', 'carol', 'dan', 'bob']);
  await posts(dan, 4);
  expect(await owners()).toEqual(['alice', 'dan', 'carol', 'bob']);
  const urls = await followed(alice)(alice.asking.read);
  expect(urls[0]).toBe(spaceOf(alice.me).inbox);
  expect(urls).toContain(recentOf(alice.me.storage, 'friends'));
  expect(new Set(urls).size).toBe(urls.length);
});

it('asks the network for nothing to find out', async () => {
  const before = alice.world.log.length;
  await followed(alice)(alice.asking.read);
  expect(alice.world.log.length).toBe(before);
});
