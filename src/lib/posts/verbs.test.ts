import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Graph } from '#lib/rdf/graph.ts';
import { sameGraph } from '#lib/rdf/isomorphic.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { AS, DCT, SOLID } from '#lib/rdf/vocab.ts';
import { edit } from './edit.ts';
import { testHouse, type TestHouse } from './house.testing.ts';
import { NoSuchPost } from './no-such-post.ts';
import { KEPT } from './page.ts';
import { publish } from './publish.ts';
import { remove } from './remove.ts';
import { restore } from './restore.ts';
import { LONGEST } from './text-rules.ts';

const storage = 'https://pods.example/anna/';
const page = `${storage}public/timeline/recent.ttl`;
const day = `${storage}public/timeline/2026/2026-11-21.ttl`;
const start = Date.UTC(2026, 10, 21, 8);
let count = 0;
/** The n-th minute of the day. */
const minute = (n: number) => ({
  at: new Date(start + n * 60_000),
  ulid: `01KA${String(count++).padStart(22, '0')}`
});

let house: TestHouse;
beforeEach(() => void (house = testHouse(storage)));
afterEach(() => house.close());

const stored = (url: string) => parseTurtle(house.world.peek(url) as string, url);
const view = async (url: string) => (await house.asking.read(url)).graph;
const say = async (text: string, n: number) =>
  (await publish(house, { text, audience: 'public' }, minute(n))).post;

describe('publishing', () => {
  it('shows at once, before anything has left', async () => {
    house.world.sky = () => 'offline';
    const post = await say('Good morning', 0);
    expect((await view(page)).text(post, AS.content)).toBe('Good morning');
    expect((await view(day)).text(post, AS.content)).toBe('Good morning');
  });

  it(`keeps the page at ${KEPT} posts, the newest, and the truth whole`, async () => {
    const posts: string[] = [];
    for (let n = 0; n < KEPT + 3; n++) posts.push(await say(`Post ${n}`, n));
    await house.allSent();
    const graph = new Graph(stored(page));
    expect(graph.ofType(AS.Note).sort()).toEqual(posts.slice(3).sort());
    expect(graph.iris(page, AS.items).sort()).toEqual(posts.slice(3).sort());
    expect(graph.about(posts[0]!)).toEqual([]);
    expect(new Graph(stored(day)).ofType(AS.Note).sort()).toEqual([...posts].sort());
  });

  it('goes on in a second document when the day is full', async () => {
    house.world.put(
      day,
      Array.from({ length: 990 }, (_, n) => `<#x${n}> <https://a.example/says> ${n} .`).join('\n')
    );
    await house.sync.refresh([day]);
    const post = await say('One more', 1);
    expect(post.split('#')[0]).toBe(day.replace('.ttl', '-2.ttl'));
    await house.allSent();
    expect(new Graph(stored(page)).iris(page, AS.next)).toEqual([day.replace('.ttl', '-2.ttl')]);
  });

  it('waits for an access rule that is still on its way', async () => {
    const rule = {
      owner: [house.me.id],
      everyone: [],
      signedIn: [],
      people: { 'https://bob.example/#me': ['read' as const] }
    };
    house.world.sky = ({ verb }) => (verb === 'setAccess' ? 'offline' : 'fair');
    const [access] = await house.sync.change([
      { document: `${storage}social/friends/`, intent: { kind: 'access', access: rule }, label: 'Friends' }
    ]);
    await publish(house, { text: 'Only for friends', audience: 'friends' }, minute(1));
    await publish(house, { text: 'For all', audience: 'public' }, minute(2));
    const waiting = (await house.sync.outbox()).filter((entry) => entry.label === 'Post to friends');
    expect(waiting.map((entry) => entry.after.includes(access!))).toEqual([true, true]);
    await expect.poll(() => house.world.peek(page)).toBeTruthy();
    expect(house.world.log.some(({ url, verb }) => verb === 'patch' && url.includes('/social/'))).toBe(false);
  });

  it('takes the profile along into a new year, and only then', async () => {
    const card = house.me.id.split('#')[0]!;
    const timeline = () => new Graph(stored(card)).iris(house.me.id, SOLID.timeline);
    const old = `${storage}public/timeline/2025/`;
    house.world.put(card, `${house.world.peek(card) as string}\n<#me> <${SOLID.timeline}> <${old}>.`);
    await house.sync.refresh([card]);
    await publish(house, { text: 'For friends', audience: 'friends' }, minute(0));
    await house.allSent();
    expect(timeline()).toEqual([old]);
    await say('Happy new year', 0);
    await say('Again', 1);
    await house.allSent();
    expect(timeline()).toEqual([`${storage}public/timeline/2026/`]);
    expect(house.sent.filter(({ url }) => url === card)).toHaveLength(1);
  });

  it('refuses nothing and too much, with a sentence', async () => {
    await expect(say('  \n ', 0)).rejects.toThrow('nothing to send');
    await expect(say('x'.repeat(LONGEST + 1), 0)).rejects.toThrow('1 character too long');
    expect(await house.sync.outbox()).toEqual([]);
  });
});

describe('editing', () => {
  it('keeps what other apps said of the post', async () => {
    const post = await say('Soup', 0);
    await house.allSent();
    const more = `${house.world.peek(day) as string}\n<${post}> <${AS.tag}> <https://tags.example/soup> .`;
    house.world.put(day, more);
    const tags = async () => {
      await house.sync.refresh([day]);
      return (await view(day)).iris(post, AS.tag);
    };
    await expect.poll(tags).toHaveLength(1);
    await edit(house, post, 'More soup', minute(1));
    await house.allSent();
    for (const graph of [new Graph(stored(day)), new Graph(stored(page))]) {
      expect(graph.objects(post, AS.content).map((term) => term.value)).toEqual(['More soup']);
      expect(graph.iris(post, AS.tag)).toEqual(['https://tags.example/soup']);
      expect(graph.objects(post, DCT.created)).toHaveLength(1);
    }
  });

  it('tells of a post that had left the page, once, however often it is edited', async () => {
    const old = await say('Old', 0);
    for (let n = 1; n <= KEPT; n++) await say(`Post ${n}`, n);
    await edit(house, old, 'Old, changed', minute(100));
    await edit(house, old, 'Old, changed again', minute(101));
    await house.allSent();
    const graph = new Graph(stored(page));
    // It does not come back: everything newer than the page's oldest stands there, and readers count on that.
    expect(graph.about(old)).toEqual([]);
    expect(graph.ofType(AS.Note)).toHaveLength(KEPT);
    expect(graph.iris(page, AS.items)).toHaveLength(KEPT);
    expect(graph.ofType(AS.Update).map((update) => graph.iris(update, AS.object))).toEqual([[old]]);
    expect(new Graph(stored(day)).text(old, AS.content)).toBe('Old, changed again');
  });

  it('does not bring an old post back where another one was deleted', async () => {
    const old = await say('Old', 0);
    const posts: string[] = [];
    for (let n = 1; n <= KEPT + 1; n++) posts.push(await say(`Post ${n}`, n));
    await remove(house, posts.at(-1)!, minute(99));
    await edit(house, old, 'Old, changed', minute(100));
    await house.allSent();
    expect(new Graph(stored(page)).ofType(AS.Note).sort()).toEqual(posts.slice(1, -1).sort());
  });

  it('leaves the new posts on the page, however many old ones change on one day', async () => {
    const old: string[] = [];
    for (let n = 0; n < KEPT + 10; n++) old.push(await say(`Old ${n}`, n));
    await house.allSent();
    const fresh: string[] = [];
    for (let n = 0; n < 5; n++) fresh.push(await say(`New ${n}`, 100 + n));
    for (const [n, post] of old.entries()) {
      await edit(house, post, `Changed ${n}`, minute(200 + n));
      // What waits is applied to each view.
      if (n % 10 === 0) await house.allSent();
    }
    await house.allSent();
    const graph = new Graph(stored(page));
    expect(graph.ofType(AS.Note).sort()).toEqual([...old, ...fresh].slice(-KEPT).sort());
    expect(fresh.map((post) => graph.text(post, AS.content))).toEqual(fresh.map((_, n) => `New ${n}`));
    expect(graph.text(old.at(-1)!, AS.content)).toBe(`Changed ${KEPT + 9}`);
    expect(graph.ofType(AS.Update)).toHaveLength(KEPT);
  }, 60_000);

  it('is newer than what it replaces, even by a slow clock', async () => {
    const post = await say('From a fast clock', 60);
    await edit(house, post, 'From a slow one', minute(0));
    const graph = await view(page);
    expect(graph.text(post, AS.updated)! > graph.text(post, AS.published)!).toBe(true);
  });

  it('finds a post this device has never seen the document of', async () => {
    const post = await say('Written elsewhere', 0);
    await house.allSent();
    const other = testHouse(storage, house.world, house.me.id);
    await expect(edit(other, post, 'No', minute(1))).resolves.toBeDefined();
    other.close();
    await expect(edit(house, `${day}#pNever`, 'No', minute(1))).rejects.toThrow(NoSuchPost);
  });
});

describe('deleting', () => {
  it('leaves a tombstone and the news of it, and nothing of the text', async () => {
    const post = await say('A secret', 0);
    await edit(house, post, 'A bigger secret', minute(1));
    await remove(house, post, minute(2));
    await house.allSent();
    const graph = new Graph(stored(page));
    expect(graph.ofType(AS.Note)).toEqual([]);
    expect(graph.iris(graph.ofType(AS.Delete)[0]!, AS.object)).toEqual([post]);
    expect(graph.ofType(AS.Update)).toEqual([]);
    expect(new Graph(stored(day)).ofType(AS.Tombstone)).toEqual([post]);
    expect(house.world.peek(day)).not.toContain('secret');
    expect(house.world.peek(page)).not.toContain('secret');
    await expect(edit(house, post, 'Back', minute(3))).rejects.toThrow(NoSuchPost);
  });

  it('is taken back without a trace', async () => {
    const post = await say('Precious', 0);
    await edit(house, post, 'Precious, really', minute(1));
    await house.allSent();
    const before = [day, page].map(stored);
    const removed = await remove(house, post, minute(2));
    await restore(house, removed);
    await house.allSent();
    expect([day, page].map(stored).map((quads, n) => sameGraph(quads, before[n]!))).toEqual([true, true]);
  });

  it(`tells of at most ${KEPT} changes`, async () => {
    for (let n = 0; n < KEPT + 2; n++) await remove(house, await say(`Post ${n}`, n), minute(n));
    await house.allSent();
    expect(new Graph(stored(page)).ofType(AS.Delete)).toHaveLength(KEPT);
  });
});

describe('the first words for friends', () => {
  it('come after the rule who may read them', async () => {
    await publish(house, { text: 'For friends', audience: 'friends' }, minute(0));
    await house.allSent();
    await publish(house, { text: 'And more', audience: 'friends' }, minute(1));
    await house.allSent();
    const written = house.world.log.filter(
      ({ verb, url }) => url.includes('/social/') && (verb === 'patch' || verb === 'setAccess')
    );
    expect(written.map(({ verb }) => verb)).toEqual(['setAccess', 'patch', 'patch', 'patch', 'patch']);
    const stranger = house.world.podFor(house.world.addSpace('https://pods.example/carol/'));
    await expect(stranger.read(`${storage}social/friends/recent.ttl`)).rejects.toThrow('forbidden');
  });
});
