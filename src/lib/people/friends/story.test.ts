import { describe, expect, it } from 'vitest';
import type { World } from '#lib/solid/memory-world.ts';
import type { TestHouse } from '../house.testing.ts';
import { createInvite } from '../invites/create-invite.ts';
import { openInvites } from '../invites/invites.question.ts';
import { sources } from '../sources.question.ts';
import { accept } from './accept.ts';
import { decline } from './decline.ts';
import { endFriendship } from './end-friendship.ts';
import { friends } from './friends.question.ts';
import { request } from './request.ts';
import { befriend, friendsOf, inboxOf, readersOf, stands, threePeople, wakes } from './story.testing.ts';
import { withdraw } from './withdraw.ts';

let world: World;
let alice: TestHouse;
let bob: TestHouse;
let carol: TestHouse;
threePeople((stage) => ({ world, alice, bob, carol } = stage));

describe('asking and answering', () => {
  it('makes friends when both spaces say so', async () => {
    expect(await request(alice, bob.me.id)).toBe('asked');
    expect(await stands(alice, bob)).toBe('asked');
    await alice.allSent();
    expect((await wakes(bob)).heard).toEqual([alice.me.id]);
    expect(await stands(bob, alice)).toBe('asks');
    expect(await inboxOf(bob)).toEqual([]);
    await accept(bob, alice.me.id);
    expect(await stands(bob, alice)).toBe('friend');
    await bob.allSent();
    await friendsOf(bob, alice);
    expect(await stands(alice, bob)).toBe('asked');
    await wakes(alice);
    expect(await stands(alice, bob)).toBe('friend');
    await friendsOf(alice, bob);
    expect(await inboxOf(alice)).toEqual([]);
  });

  it('shows nobody else the documents of a friendship', async () => {
    await befriend(alice, bob);
    const [friend] = await friends(alice.me)(alice.asking.read);
    for (const document of [friend!.mine!.document, friend!.theirs!.document]) {
      await expect(world.podFor(carol.me.id).read(document)).rejects.toThrow('forbidden');
      await expect(world.podFor().read(document)).rejects.toThrow('unauthorised');
    }
  });

  it('tells where to read', async () => {
    await befriend(alice, bob);
    const [mine, from] = await sources(alice)(alice.asking.read);
    expect(mine).toMatchObject({ owner: alice.me.id, storages: ['https://alice.example/'] });
    expect(from).toEqual({
      owner: bob.me.id,
      storages: ['https://bob.example/'],
      documents: ['https://bob.example/social/friends/recent.ttl']
    });
    const [, fromAlice] = await sources(bob)(bob.asking.read);
    expect(fromAlice).toMatchObject({ owner: alice.me.id, byMyYes: true });
  });

  it('a no is a no, and may be asked again', async () => {
    await request(alice, bob.me.id);
    await alice.allSent();
    await wakes(bob);
    await decline(bob, alice.me.id);
    await wakes(bob);
    expect(await stands(bob, alice)).toBe('declined by me');
    await wakes(alice);
    expect(await stands(alice, bob)).toBe('declined by them');
    await expect(readersOf(alice)).resolves.toEqual([]);
    await befriend(alice, bob);
    expect([await stands(alice, bob), await stands(bob, alice)]).toEqual(['friend', 'friend']);
  });

  it('a no can become a question of their own, answered by the offer that still stands', async () => {
    await request(alice, bob.me.id);
    await alice.allSent();
    await wakes(bob);
    await decline(bob, alice.me.id);
    await wakes(bob);
    await wakes(alice);
    await request(bob, alice.me.id);
    await bob.allSent();
    await wakes(alice);
    expect(await stands(alice, bob)).toBe('friend');
    await wakes(bob);
    expect(await stands(bob, alice)).toBe('friend');
    await friendsOf(alice, bob);
    await friendsOf(bob, alice);
  });

  it('a question can be taken back before it is answered', async () => {
    await request(alice, bob.me.id);
    await alice.allSent();
    await wakes(bob);
    await withdraw(alice, bob.me.id);
    await alice.allSent();
    expect(await stands(alice, bob)).toBe('ended by me');
    await wakes(bob);
    expect(await stands(bob, alice)).toBeUndefined();
    await expect(accept(bob, alice.me.id)).rejects.toThrow('not asking');
    await befriend(alice, bob);
    expect(await stands(bob, alice)).toBe('friend');
  });

  it('two who ask each other at once are friends', async () => {
    await request(alice, bob.me.id);
    await request(bob, alice.me.id);
    await Promise.all([alice.allSent(), bob.allSent()]);
    await wakes(alice);
    await wakes(bob);
    expect([await stands(alice, bob), await stands(bob, alice)]).toEqual(['friend', 'friend']);
    await friendsOf(alice, bob);
    await friendsOf(bob, alice);
  });

  it('asking whoever asked me is saying yes', async () => {
    await request(alice, bob.me.id);
    await alice.allSent();
    await wakes(bob);
    expect(await request(bob, alice.me.id)).toBe('friend');
    await wakes(bob);
    await wakes(alice);
    expect(await stands(alice, bob)).toBe('friend');
  });
});

describe('ending', () => {
  it.each([
    ['the one who asked', 'alice'],
    ['the one who answered', 'bob']
  ])('by %s closes both doors, and may begin again', async (_, who) => {
    await befriend(alice, bob);
    await befriend(alice, carol);
    await friendsOf(alice, bob, carol);
    const [one, other] = who === 'alice' ? [alice, bob] : [bob, alice];
    await endFriendship(one, other.me.id);
    await one.allSent();
    expect(await stands(one, other)).toBe('ended by me');
    expect(await readersOf(one)).not.toContain(other.me.id);
    await wakes(other);
    expect(await stands(other, one)).toMatch(/^ended/);
    expect(await readersOf(other)).not.toContain(one.me.id);
    await friendsOf(alice, carol);
    expect((await sources(other)(other.asking.read)).map((source) => source.owner)).not.toContain(one.me.id);
    await befriend(other, one);
    expect([await stands(one, other), await stands(other, one)]).toEqual(['friend', 'friend']);
    await friendsOf(alice, bob, carol);
  });

  it('is seen without a message, when their space says so', async () => {
    await befriend(alice, bob);
    await endFriendship(bob, alice.me.id);
    await bob.allSent();
    for (const url of await inboxOf(alice)) await world.podFor(alice.me.id).remove(url);
    await wakes(alice);
    expect(await stands(alice, bob)).toMatch(/^ended/);
    await friendsOf(alice);
  });

  it('does not make friends again with an old yes', async () => {
    await befriend(alice, bob);
    await endFriendship(alice, bob.me.id);
    await alice.allSent();
    // Bob's device sleeps: his yes to the first question still stands.
    await request(alice, bob.me.id);
    await wakes(alice);
    expect(await stands(alice, bob)).toBe('asked');
    await friendsOf(alice);
    await wakes(bob);
    expect(await stands(bob, alice)).toBe('asks');
    await friendsOf(bob);
  });
});

describe('invitations', () => {
  const tokenOf = async (house: TestHouse) => (await createInvite(house)).token;

  it('with a known token need no second step, once', async () => {
    const token = await tokenOf(alice);
    await alice.allSent();
    await request(bob, alice.me.id, { token });
    await request(carol, alice.me.id, { token });
    await bob.allSent();
    await wakes(alice);
    expect(await stands(alice, bob)).toBe('friend');
    expect(await openInvites(alice.me)(alice.asking.read)).toEqual([]);
    await carol.allSent();
    await wakes(alice);
    expect(await stands(alice, carol)).toBe('asks');
    await friendsOf(alice, bob);
    await wakes(bob);
    expect(await stands(bob, alice)).toBe('friend');
  });

  it('with a wrong token are ordinary questions', async () => {
    await tokenOf(alice);
    await alice.allSent();
    await request(bob, alice.me.id, { token: 'AAAAAAAAAAAAAAAAAAAAAAAA' });
    await bob.allSent();
    await wakes(alice);
    expect(await stands(alice, bob)).toBe('asks');
  });

  it('answer a question that was asked before without one', async () => {
    await request(bob, alice.me.id);
    const token = await tokenOf(alice);
    await Promise.all([alice.allSent(), bob.allSent()]);
    await request(bob, alice.me.id, { token });
    await bob.allSent();
    await wakes(alice);
    await wakes(bob);
    expect([await stands(alice, bob), await stands(bob, alice)]).toEqual(['friend', 'friend']);
  });
});
