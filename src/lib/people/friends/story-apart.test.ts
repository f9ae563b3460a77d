import { describe, expect, it } from 'vitest';
import type { World } from '#lib/solid/memory-world.ts';
import type { TestHouse } from '../house.testing.ts';
import { processInbox } from '../inbox/process-inbox.ts';
import { spaceOf } from '../space.ts';
import { accept } from './accept.ts';
import { checkFriends } from './check-friends.ts';
import { endFriendship } from './end-friendship.ts';
import { friends } from './friends.question.ts';
import { request } from './request.ts';
import { befriend, friendsOf, stands, threePeople, wakes } from './story.testing.ts';

let world: World;
let alice: TestHouse;
let bob: TestHouse;
let carol: TestHouse;
const open = threePeople((stage) => ({ world, alice, bob, carol } = stage));

it('rests while their word is gone, and is there again with it', async () => {
  await befriend(alice, bob);
  const [friend] = await friends(alice.me)(alice.asking.read);
  const { document } = friend!.theirs!;
  const words = world.peek(document)!;
  await world.podFor(bob.me.id).remove(document);
  await wakes(alice);
  expect(await stands(alice, bob)).not.toBe('friend');
  await friendsOf(alice);
  world.put(document, words);
  await wakes(alice);
  expect(await stands(alice, bob)).toBe('friend');
  await friendsOf(alice, bob);
});

describe('on two devices', () => {
  it('what one ended, the other does not open again', async () => {
    await befriend(alice, bob);
    const other = open('alice');
    await wakes(other);
    await endFriendship(alice, bob.me.id);
    await alice.allSent();
    // The other device reads its records again, but not yet what I said in each friendship.
    await checkFriends(other, Date.now() + 6 * 60_000);
    await other.allSent();
    await friendsOf(alice);
    expect(await stands(other, bob)).toBe('ended by me');
  });

  it('a list that is written from old knowledge is set right', async () => {
    await befriend(alice, bob);
    await befriend(alice, carol);
    const dora = open('dora');
    const other = open('alice');
    await wakes(other);
    await request(dora, alice.me.id);
    await dora.allSent();
    await processInbox(other);
    await endFriendship(alice, bob.me.id);
    await alice.allSent();
    await accept(other, dora.me.id);
    await other.allSent();
    await checkFriends(other, Date.now() + 6 * 60_000);
    await other.allSent();
    await friendsOf(alice, carol, dora);
  });
});

describe('when a space is down', () => {
  it('a friend stays a friend, with a quiet note', async () => {
    await befriend(alice, bob);
    world.sky = ({ url }) => (url.startsWith(bob.me.storage) ? 'broken' : 'fair');
    await wakes(alice);
    const [friend] = await friends(alice.me)(alice.asking.read);
    expect(friend).toMatchObject({ state: 'friend', quiet: true });
  });

  it('also on a new device, whose list of readers stays whole', async () => {
    await befriend(alice, bob);
    await request(carol, alice.me.id);
    await carol.allSent();
    world.sky = ({ url }) => (url.startsWith(bob.me.storage) ? 'offline' : 'fair');
    const device = open('alice');
    await wakes(device);
    expect(await stands(device, bob)).toBe('friend');
    await accept(device, carol.me.id);
    await device.allSent();
    await friendsOf(alice, bob, carol);
  });

  it('nothing is decided about readers before my own records are known', async () => {
    await befriend(alice, bob);
    const device = open('alice');
    world.sky = ({ url }) => (url.endsWith('subscriptions.ttl') ? 'offline' : 'fair');
    await expect(endFriendship(device, bob.me.id)).rejects.toThrow('not answering');
    await friendsOf(alice, bob);
  });

  it('a list of readers that differs from my friends is set right', async () => {
    await befriend(alice, bob);
    await world.podFor(alice.me.id).setAccess(spaceOf(alice.me).friendsFolder, {
      owner: [alice.me.id],
      everyone: [],
      signedIn: [],
      people: { [carol.me.id]: ['read'] }
    });
    await wakes(open('alice'));
    await friendsOf(alice, bob);
  });
});
