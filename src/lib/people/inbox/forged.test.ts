import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { World } from '#lib/solid/memory-world.ts';
import { checkFriends } from '../friends/check-friends.ts';
import { friends } from '../friends/friends.question.ts';
import { request } from '../friends/request.ts';
import { testHouse, world as newWorld, type TestHouse } from '../house.testing.ts';
import { spaceOf } from '../space.ts';
import { processInbox } from './process-inbox.ts';

const AS = 'https://www.w3.org/ns/activitystreams#';
let world: World;
let alice: TestHouse;
let bob: TestHouse;
let mallory: TestHouse;
beforeEach(() => {
  world = newWorld();
  [alice, bob, mallory] = ['alice', 'bob', 'mallory'].map((name) => testHouse(name, world)) as [
    TestHouse,
    TestHouse,
    TestHouse
  ];
});
afterEach(() => [alice, bob, mallory].forEach((house) => house.close()));

const inbox = 'https://alice.example/inbox/';
/** Mallory, signed in, leaves anything she likes in alice's inbox. */
const leave = (turtle: string) =>
  world.podFor(mallory.me.id).post(inbox, `@prefix as: <${AS}>. ${turtle}`, 'text/turtle');

/** The words of a request as they should stand in somebody's space. */
const offer = (from: string, to: string, extra = '') => `@prefix as: <${AS}>.
  <#offer> a as:Offer; as:actor <${from}>; as:object <#r>; as:target <${to}>; as:published "2026-11-21T10:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>${extra}.
  <#r> a as:Relationship; as:subject <${from}>; as:relationship <http://xmlns.com/foaf/0.1/knows>; as:object <${to}>.`;

const message = (actor: string, origin: string, kind = 'Offer') =>
  `<> a as:${kind}; as:actor <${actor}>; as:target <${alice.me.id}>; as:origin <${origin}>.`;

const known = () => friends(alice.me)(alice.asking.read);

/** What mallory puts where, and what she says about it. */
const forgeries: [string, () => string | Promise<string>][] = [
  [
    'bob asks, says a document of hers',
    () => {
      world.put('https://mallory.example/public/x.ttl', offer(bob.me.id, alice.me.id));
      return message(bob.me.id, 'https://mallory.example/public/x.ttl#offer');
    }
  ],
  [
    'bob asks, says a document that is not there',
    () => message(bob.me.id, 'https://bob.example/social/r1/x.ttl#offer')
  ],
  ['bob asks, says his profile', () => message(bob.me.id, 'https://bob.example/profile/card#offer')],
  [
    'bob asks, says a message she left in his inbox',
    async () => {
      const url = await world
        .podFor(mallory.me.id)
        .post('https://bob.example/inbox/', offer(bob.me.id, alice.me.id), 'text/turtle');
      await world.podFor(bob.me.id).setAccess(url, {
        owner: [bob.me.id],
        everyone: ['read'],
        signedIn: [],
        people: {}
      });
      return message(bob.me.id, `${url}#offer`);
    }
  ],
  [
    'bob asks somebody else',
    () => {
      world.put('https://bob.example/profile/other.ttl', offer(bob.me.id, mallory.me.id));
      return message(bob.me.id, 'https://bob.example/profile/other.ttl#offer');
    }
  ],
  [
    'she asks in the name of bob in her own space',
    () => {
      world.put('https://mallory.example/profile/x.ttl', offer(bob.me.id, alice.me.id));
      return message(mallory.me.id, 'https://mallory.example/profile/x.ttl#offer');
    }
  ],
  [
    'she asks without a relationship',
    () => {
      world.put(
        'https://mallory.example/profile/x.ttl',
        `@prefix as: <${AS}>. <#offer> a as:Offer; as:actor <${mallory.me.id}>; as:object <#r>; as:target <${alice.me.id}>.`
      );
      return message(mallory.me.id, 'https://mallory.example/profile/x.ttl#offer');
    }
  ],
  [
    'an activity of two kinds',
    () => {
      world.put(
        'https://mallory.example/profile/x.ttl',
        `${offer(mallory.me.id, alice.me.id)} <#offer> a as:Accept.`
      );
      return message(mallory.me.id, 'https://mallory.example/profile/x.ttl#offer');
    }
  ],
  [
    'an activity of two people',
    () => {
      world.put(
        'https://mallory.example/profile/x.ttl',
        `${offer(mallory.me.id, alice.me.id)} <#offer> as:actor <${bob.me.id}>.`
      );
      return message(mallory.me.id, 'https://mallory.example/profile/x.ttl#offer');
    }
  ],
  [
    'her profile names no space',
    () => {
      world.put('https://mallory.example/profile/card', '<#me> a <http://xmlns.com/foaf/0.1/Person>.');
      world.put('https://mallory.example/profile/x.ttl', offer(mallory.me.id, alice.me.id));
      return message(mallory.me.id, 'https://mallory.example/profile/x.ttl#offer');
    }
  ],
  ['alice asks herself', () => message(alice.me.id, 'https://alice.example/social/x.ttl#offer')],
  ['no sender', () => `<> a as:Offer; as:target <${alice.me.id}>; as:origin <https://bob.example/x#o>.`],
  ['two senders', () => `${message(bob.me.id, 'https://bob.example/x#o')} <> as:actor <${mallory.me.id}>.`],
  ['no place to look', () => `<> a as:Offer; as:actor <${bob.me.id}>; as:target <${alice.me.id}>.`],
  [
    'meant for somebody else',
    () =>
      `<> a as:Offer; as:actor <${bob.me.id}>; as:target <${bob.me.id}>; as:origin <https://bob.example/x#o>.`
  ],
  ['a script for a place', () => message(bob.me.id, 'javascript:alert(1)')],
  [
    'bob says yes, says a document of hers',
    () => message(bob.me.id, 'https://mallory.example/profile/x.ttl#accept', 'Accept')
  ],
  [
    'many things at once',
    () => `${message(bob.me.id, 'https://bob.example/x#o')} <#2> a as:Undo; as:actor <${bob.me.id}>.`
  ]
];

describe('a forged message', () => {
  it.each(forgeries)('%s: nothing comes of it', async (_, forge) => {
    await leave(await forge());
    const report = await processInbox(alice);
    expect(report.heard).toEqual([]);
    expect(report.unclear).toHaveLength(1);
    expect(await known()).toEqual([]);
    // It stays, and is not looked into again.
    world.log.length = 0;
    expect((await processInbox(alice)).unclear).toHaveLength(1);
    expect(world.log.filter((one) => one.verb !== 'list')).toEqual([]);
  });

  it('does not end a friendship', async () => {
    await request(bob, alice.me.id);
    await request(alice, bob.me.id);
    await Promise.all([alice.allSent(), bob.allSent()]);
    await processInbox(alice);
    await checkFriends(alice);
    expect(await known()).toMatchObject([{ state: 'friend' }]);
    const [friend] = await known();
    world.put(
      'https://mallory.example/profile/x.ttl',
      `@prefix as: <${AS}>.
      <#undo> a as:Undo; as:actor <${bob.me.id}>; as:target <${alice.me.id}>; as:object <${friend!.theirs!.activity}>.`
    );
    await leave(message(bob.me.id, 'https://mallory.example/profile/x.ttl#undo', 'Undo'));
    // Pointing to the true document is harmless: it still says yes.
    await leave(message(bob.me.id, friend!.theirs!.activity, 'Undo'));
    await processInbox(alice);
    await checkFriends(alice);
    await alice.allSent();
    expect(await known()).toMatchObject([{ state: 'friend', recorded: true }]);
  });

  it('of another kind is left to others', async () => {
    await leave(`<> a as:Like; as:actor <${bob.me.id}>; as:object <https://alice.example/x#p>.`);
    expect(await processInbox(alice)).toEqual({ heard: [], unclear: [], left: 0 });
    expect(await world.podFor(alice.me.id).list(inbox)).toHaveLength(1);
  });

  it('is not looked into when it is huge', async () => {
    await leave(`${message(bob.me.id, 'https://bob.example/x#o')} <> as:content "${'x'.repeat(20_000)}".`);
    world.log.length = 0;
    expect((await processInbox(alice)).unclear).toHaveLength(1);
    expect(world.log.map((one) => one.url).filter((url) => url.startsWith('https://bob'))).toEqual([]);
  });
});

it('a flood does not drown a true message, and is looked into in portions', async () => {
  for (let i = 0; i < 70; i++)
    await leave(message(bob.me.id, `https://bob.example/social/r${i}/x.ttl#offer`));
  await request(bob, alice.me.id);
  await bob.allSent();
  const asked = () =>
    new Set(world.log.filter(({ url }) => url.includes('/social/')).map(({ url }) => url)).size;
  world.log.length = 0;
  const first = await processInbox(alice, { limit: 20 });
  expect(first.left).toBe(51);
  expect(asked()).toBeLessThanOrEqual(20);
  const heard = [...first.heard];
  for (let run = 0; run < 3; run++) heard.push(...(await processInbox(alice, { limit: 20 })).heard);
  expect(heard).toEqual([bob.me.id]);
  await alice.allSent();
  expect(await known()).toMatchObject([{ id: bob.me.id, state: 'asks' }]);
  expect(await world.podFor(alice.me.id).list(spaceOf(alice.me).inbox)).toHaveLength(70);
});

it('a flood in one name does not delay those it does not name: they are heard in the first look', async () => {
  for (let i = 0; i < 50; i++)
    await leave(message(mallory.me.id, `https://mallory.example/social/r${i}/x.ttl#offer`));
  await request(bob, alice.me.id);
  await bob.allSent();
  expect((await processInbox(alice, { limit: 20 })).heard).toEqual([bob.me.id]);
});

it('a flood in many names does not delay somebody I know', async () => {
  await request(alice, bob.me.id);
  await alice.allSent();
  for (let i = 0; i < 50; i++)
    await leave(
      message(`https://mallory.example/profile/m${i}#me`, `https://mallory.example/x${i}.ttl#offer`)
    );
  await request(bob, alice.me.id);
  await bob.allSent();
  expect((await processInbox(alice, { limit: 20 })).heard).toEqual([bob.me.id]);
});

it('messages that can never be checked do not hold up the ones behind them', async () => {
  for (let i = 0; i < 30; i++)
    await leave(message(`https://dead.example/p${i}#me`, `https://dead.example/x${i}.ttl#offer`));
  await request(bob, alice.me.id);
  await bob.allSent();
  world.sky = ({ url }) => (url.startsWith('https://dead.example/') ? 'offline' : 'fair');
  const heard: string[] = [];
  for (let look = 0; look < 4; look++) heard.push(...(await processInbox(alice, { limit: 10 })).heard);
  expect(heard).toEqual([bob.me.id]);
  // All of them get their turn again and again, ten a look.
  world.log.length = 0;
  for (let look = 0; look < 3; look++) await processInbox(alice, { limit: 10 });
  const asked = world.log.filter(({ url }) => url.startsWith('https://dead.example/p'));
  expect(new Set(asked.map(({ url }) => url)).size).toBe(30);
});

it('a message from a space that does not answer is looked into later', async () => {
  await request(bob, alice.me.id);
  await bob.allSent();
  world.sky = ({ url }) => (url.startsWith('https://bob.example/') ? 'offline' : 'fair');
  expect(await processInbox(alice)).toEqual({ heard: [], unclear: [], left: 0 });
  world.sky = () => 'fair';
  expect((await processInbox(alice)).heard).toEqual([bob.me.id]);
});
