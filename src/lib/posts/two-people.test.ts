import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { iri, quad } from '#lib/rdf/terms.ts';
import { parseTurtle, writeTurtle } from '#lib/rdf/turtle.ts';
import { AS } from '#lib/rdf/vocab.ts';
import type { Question } from '#lib/query/ask.ts';
import type { Source } from '#lib/people/sources.question.ts';
import { documentOf } from '#lib/people/address.ts';
import { edit } from './edit.ts';
import { feedOf } from './feed.question.ts';
import { gistsOver } from './gists.ts';
import { testHouse, type TestHouse } from './house.testing.ts';
import { onePost } from './one-post.question.ts';
import { folderOf, recentOf } from './places.ts';
import { postView } from './post-view.ts';
import { publish } from './publish.ts';
import { remove } from './remove.ts';
import { restore } from './restore.ts';
import type { Sightings } from './sightings.ts';

const annas = 'https://anna.example/';
const bobs = 'https://bob.example/';
let anna: TestHouse;
let bob: TestHouse;

const forgetful: Sightings = { seen: {}, note: () => {} };
const pages = (house: TestHouse): Source => ({
  owner: house.me.id,
  storages: [house.me.storage],
  documents: [recentOf(house.me.storage, 'public'), recentOf(house.me.storage, 'friends')]
});
const people: Question<Source[]> = async () => [pages(bob), pages(anna)];
const outbox = () => bob.sync.outbox();
const feed = () => feedOf(people, gistsOver(bob.notes), forgetful, outbox)(bob.asking.read);
/** What Bob sees after looking at Anna's pages again. */
async function bobSees() {
  await bob.sync.refresh([...pages(anna).documents, ...pages(bob).documents]);
  return (await feed()).posts.map(({ post }) => post.content);
}
const say = async (text: string, audience: 'public' | 'friends' = 'public') => {
  const { post } = await publish(anna, { text, audience });
  await anna.allSent();
  return post;
};

beforeEach(async () => {
  anna = testHouse(annas);
  bob = testHouse(bobs, anna.world);
  const rule = { owner: [anna.me.id], signedIn: [], people: {} };
  const access = (folder: string, more: object) => ({
    document: folder,
    intent: { kind: 'access' as const, access: { ...rule, everyone: [], ...more } },
    label: 'Access'
  });
  // Her folder for friends is in use already.
  const page = recentOf(annas, 'friends');
  anna.world.put(page, `<> a <${AS.OrderedCollectionPage}>.`);
  await anna.sync.refresh([page]);
  await anna.sync.change([
    access(folderOf(annas, 'public'), { everyone: ['read'] }),
    access(folderOf(annas, 'friends'), { people: { [bob.me.id]: ['read'] } })
  ]);
  await anna.allSent();
});
afterEach(() => [anna, bob].forEach((house) => house.close()));

describe('Anna writes, Bob reads', () => {
  it('sees what is for all and for friends, the newest first, and edits and deletions', async () => {
    const first = await say('One');
    await say('Two, for friends', 'friends');
    await publish(bob, { text: 'Three', audience: 'public' });
    await bob.allSent();
    expect(await bobSees()).toEqual(['Three', 'Two, for friends', 'One']);
    await edit(anna, first, 'One, changed');
    await anna.allSent();
    expect(await bobSees()).toEqual(['Three', 'Two, for friends', 'One, changed']);
    const removed = await remove(anna, first);
    await anna.allSent();
    expect(await bobSees()).toEqual(['Three', 'Two, for friends']);
    await restore(anna, removed);
    await anna.allSent();
    expect(await bobSees()).toEqual(['Three', 'Two, for friends', 'One, changed']);
  });

  it('says who can see it by where it stands, whatever it says of itself', async () => {
    const open = await say('For all');
    const closed = await say('For friends', 'friends');
    // Each claims the other's audience, in both of its documents.
    const forge = (address: string, audience: 'public' | 'friends', to: string) => {
      for (const url of [documentOf(address), recentOf(annas, audience)]) {
        const said = parseTurtle(anna.world.peek(url) as string, url);
        const forged = said.map((each) =>
          each.predicate.value === AS.to ? quad(address, AS.to, iri(to)) : each
        );
        anna.world.put(url, writeTurtle(forged, url));
      }
    };
    const friends = folderOf(annas, 'friends');
    forge(open, 'public', friends);
    forge(closed, 'friends', AS.Public);
    await bobSees();
    const shown = (await feed()).posts.map((placed) => [
      placed.post.id,
      placed.post.to,
      postView(placed, undefined).audience
    ]);
    expect(shown).toEqual([
      [closed, [AS.Public], 'friends'],
      [open, [friends], 'everyone']
    ]);
    for (const [id, audience] of [
      [open, 'everyone'],
      [closed, 'friends']
    ] as const) {
      await bob.sync.refresh([documentOf(id)]);
      const one = await onePost(id, people, outbox)(bob.asking.read);
      expect(one.state === 'there' && postView(one.placed, undefined).audience).toBe(audience);
    }
  });

  it('says who will see what no server has yet, by its folder', async () => {
    bob.world.sky = () => 'offline';
    await publish(bob, { text: 'For friends', audience: 'friends' });
    await publish(bob, { text: 'For all', audience: 'public' });
    const shown = (await feed()).posts.map((placed) => postView(placed, undefined).audience);
    expect(shown).toEqual(['everyone', 'friends']);
  });

  it('keeps what was seen when her space is down, with a note', async () => {
    await say('Before the storm');
    await bobSees();
    anna.world.sky = ({ url }) => (url.startsWith(annas) ? 'offline' : 'fair');
    expect(await bobSees()).toEqual(['Before the storm']);
    expect((await feed()).quiet).toMatchObject([{ owner: anna.me.id, why: 'silent' }]);
  });

  it('shows his own post at once, on its way, and whole when it has arrived', async () => {
    anna.world.sky = () => 'offline';
    await publish(bob, { text: 'Hello?', audience: 'public' });
    expect((await feed()).posts).toMatchObject([
      { post: { content: 'Hello?' }, sending: { state: 'waiting' } }
    ]);
    anna.world.sky = () => 'fair';
    bob.sync.wake();
    await bob.allSent();
    expect((await feed()).posts[0]).not.toHaveProperty('sending');
  });

  it('says when a post of his was refused', async () => {
    anna.world.sky = ({ verb }) => (verb === 'patch' ? 'forbidden' : 'fair');
    await publish(bob, { text: 'No?', audience: 'public' });
    await expect.poll(async () => (await feed()).posts[0]?.sending?.stopped?.kind).toBe('forbidden');
  });
});

describe('one post on its own page', () => {
  const look = (id: string) => onePost(id, people, outbox)(bob.asking.read);
  const seen = async (id: string) => {
    await bob.sync.refresh([id]);
    return look(id);
  };
  it('is there for those who may see it', async () => {
    const post = await say('Only friends', 'friends');
    expect(await look(post)).toEqual({ state: 'loading' });
    expect(await seen(post)).toMatchObject({ state: 'there', placed: { post: { content: 'Only friends' } } });
  });
  const bad: readonly (readonly [string, () => Promise<string>])[] = [
    ['forbidden', async () => `${annas}secret.ttl#p1`],
    ['missing', async () => `${annas}public/timeline/none.ttl#p1`],
    [
      'missing',
      async () => {
        const post = await say('Oops');
        await remove(anna, post);
        await anna.allSent();
        return post;
      }
    ],
    [
      'broken',
      async () => {
        anna.world.put(`${annas}public/timeline/x.ttl`, 'this is not Turtle');
        return `${annas}public/timeline/x.ttl#p1`;
      }
    ],
    [
      'silent',
      async () => {
        anna.world.sky = () => 'offline';
        return `${annas}public/timeline/y.ttl#p1`;
      }
    ],
    [
      'forged',
      async () => {
        const turtle = `<#p1> a <https://www.w3.org/ns/activitystreams#Note>; <https://www.w3.org/ns/activitystreams#content> "I am Bob";
        <https://www.w3.org/ns/activitystreams#attributedTo> <${bob.me.id}>; <https://www.w3.org/ns/activitystreams#published> "2026-11-21T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>.`;
        anna.world.put(`${annas}public/timeline/z.ttl`, turtle);
        return `${annas}public/timeline/z.ttl#p1`;
      }
    ]
  ];
  it.each(bad)('says what is wrong: %s', async (state, make) => {
    expect((await seen(await make())).state).toBe(state);
  });
});
