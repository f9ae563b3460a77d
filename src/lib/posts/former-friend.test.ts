import { afterEach, beforeEach, expect, it } from 'vitest';
import { documentOf } from '#lib/people/address.ts';
import { endFriendship } from '#lib/people/friends/end-friendship.ts';
import { befriend, friendsOf, stands } from '#lib/people/friends/story.testing.ts';
import { friends } from '#lib/people/friends/friends.question.ts';
import { testHouse, world, type TestHouse } from '#lib/people/house.testing.ts';
import { edit } from './edit.ts';
import { publish } from './publish.ts';

let alice: TestHouse;
let bob: TestHouse;
let carol: TestHouse;
let post: string;

beforeEach(async () => {
  const here = world();
  [alice, bob, carol] = ['alice', 'bob', 'carol'].map((name) => testHouse(name, here)) as [
    TestHouse,
    TestHouse,
    TestHouse
  ];
  for (const other of [bob, carol]) await befriend(alice, other);
  ({ post } = await publish(alice, { text: 'All of you', audience: 'friends' }));
  await alice.allSent();
  await endFriendship(bob, alice.me.id);
  await bob.allSent();
  const all = await friends(alice.me)(alice.asking.read);
  await alice.sync.refresh([all.find(({ id }) => id === bob.me.id)!.theirs!.document]);
});
afterEach(() => [alice, bob, carol].forEach((house) => house.close()));

const reads = (url: string) => alice.world.podFor(bob.me.id).read(url);

/** The list of who may read follows within the minute; words that are said in it must not wait for that. */
it('who is seen to be no friend any more is shut out before the next words for friends', async () => {
  expect(await stands(alice, bob)).toBe('ended by them');
  await friendsOf(alice, bob, carol);
  const next = await publish(alice, { text: 'Bob is gone', audience: 'friends' });
  await alice.allSent();
  await friendsOf(alice, carol);
  await expect(reads(documentOf(next.post))).rejects.toThrow('forbidden');
  await expect(alice.world.podFor(carol.me.id).read(documentOf(next.post))).resolves.toBeDefined();
});

it('and before other words in an old post', async () => {
  await edit(alice, post, 'But Bob');
  await alice.allSent();
  await friendsOf(alice, carol);
  await expect(reads(documentOf(post))).rejects.toThrow('forbidden');
});

it('for words that are for everyone nothing is done', async () => {
  await publish(alice, { text: 'Hello, all', audience: 'public' });
  await alice.allSent();
  await friendsOf(alice, bob, carol);
});
