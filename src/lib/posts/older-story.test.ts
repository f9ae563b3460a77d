import { afterEach, beforeEach, expect, it } from 'vitest';
import { momentAt } from '#lib/people/moment.ts';
import type { Source } from '#lib/people/sources.question.ts';
import type { Read } from '#lib/query/ask.ts';
import { documentOf } from '#lib/people/address.ts';
import { edit } from './edit.ts';
import { feedOf, type Feed } from './feed.question.ts';
import { gistsOver } from './gists.ts';
import { testHouse, type TestHouse } from './house.testing.ts';
import { folderOf, recentOf } from './places.ts';
import { KEPT } from './page.ts';
import { publish } from './publish.ts';

// Anna wrote sixty posts on six days; Bob reads back through the real cache and sync.

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 2, 10, 22);
let anna: TestHouse;
let bob: TestHouse;

beforeEach(async () => {
  anna = testHouse('https://anna.example/');
  bob = testHouse('https://bob.example/', anna.world);
  const access = { owner: [anna.me.id], everyone: ['read' as const], signedIn: [], people: {} };
  await anna.sync.change([
    { document: folderOf(anna.me.storage, 'public'), intent: { kind: 'access', access }, label: 'Access' }
  ]);
  for (let n = 59; n >= 0; n--)
    await publish(anna, { text: `${n}`, audience: 'public' }, momentAt(new Date(NOW - n * 2 * HOUR - HOUR)));
  await anna.allSent();
}, 60_000);
afterEach(() => [anna, bob].forEach((house) => house.close()));

/** Bob's feed, which fetches what it asks for; `days`: what he asked Anna's space for, in order. */
function reading() {
  const source: Source = {
    owner: anna.me.id,
    storages: [anna.me.storage],
    documents: [recentOf(anna.me.storage, 'public')]
  };
  let reach = Infinity;
  const wanted = new Set<string>();
  const again = new Set<string>();
  const read: Read = async (url, wish = 'true') => {
    wanted.add(url);
    const view = await bob.asking.read(url);
    if (wish === 'true' && view.document) again.add(url);
    return view;
  };
  const sightings = { seen: {}, note: () => {} };
  const question = feedOf(
    async () => [source],
    gistsOver(bob.notes),
    sightings,
    () => bob.sync.outbox(),
    () => reach
  );
  const settled = async (): Promise<Feed> => {
    for (;;) {
      const feed = await question(read);
      const fresh = [];
      for (const url of wanted) if (!(await bob.asking.read(url)).document) fresh.push(url);
      wanted.clear();
      if (fresh.length === 0) return feed;
      await bob.sync.refresh(fresh);
    }
  };
  return {
    settled,
    /** Asks once more for all that should be true, as a page does that is opened again. */
    async anew(): Promise<Feed> {
      for (let turn = 0; turn < 3; turn++) {
        again.clear();
        await settled();
        await bob.sync.refresh([...again]);
      }
      return settled();
    },
    async further(feed: Feed) {
      reach = feed.older.horizon - 1;
      return settled();
    }
  };
}
const asked = () => bob.world.log.filter(({ who, verb }) => who !== anna.me.id && verb === 'read');

it('reads back day by day, each document once, and says when that is all', async () => {
  const { settled, further } = reading();
  let feed = await settled();
  expect(feed.older.state).toBe('more');
  expect(asked()).toHaveLength(1);
  while (feed.older.state !== 'done') feed = await further(feed);
  expect(feed.posts.map(({ post }) => post.content)).toEqual(Array.from({ length: 60 }, (_, n) => `${n}`));
  expect(feed.older.lacking).toEqual([]);
  const urls = asked().map(({ url }) => url);
  expect(urls).toEqual([...new Set(urls)]);
});

it('keeps what the page says when the rest does not answer, and says so', async () => {
  const { settled, further } = reading();
  let feed = await settled();
  anna.world.sky = ({ url, who }) => (who === bob.me.id && url.endsWith('/2026/') ? 'broken' : 'fair');
  while (feed.older.state !== 'done') feed = await further(feed);
  expect(feed.posts).toHaveLength(50);
  expect(feed.older.lacking).toEqual([anna.me.id]);
});

it('shows what was changed long after it was read, and asks for nothing else again', async () => {
  const { settled, further, anew } = reading();
  let feed = await settled();
  while (feed.older.state !== 'done') feed = await further(feed);
  const last = feed.posts.at(-1)!.post;
  const text = async () => (await anew()).posts.find(({ post }) => post.id === last.id)?.post.content;
  await anew();
  expect(await text()).toBe('59');
  await edit(anna, last.id, 'Changed');
  await anna.allSent();
  const before = asked().length;
  expect(await text()).toBe('Changed');
  const days = asked()
    .slice(before)
    .map(({ url }) => url)
    .filter((url) => /\d\d\.ttl$/.test(url));
  expect(new Set(days)).toEqual(new Set([documentOf(last.id)]));

  // So many changes since that the page has forgotten this one.
  await edit(anna, last.id, 'Changed again', momentAt(new Date(Date.now() + 1_000)));
  for (const [n, { post }] of feed.posts.slice(0, KEPT).entries())
    await edit(anna, post.id, `New ${n}`, momentAt(new Date(Date.now() + 600_000 + n)));
  await anna.allSent();
  expect(await text()).toBe('Changed again');
  expect((await anew()).posts).toHaveLength(60);
}, 60_000);
