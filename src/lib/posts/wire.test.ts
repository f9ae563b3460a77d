import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sameGraph } from '#lib/rdf/isomorphic.ts';
import { quadKey } from '#lib/rdf/key.ts';
import { edit } from './edit.ts';
import { testHouse, type TestHouse } from './house.testing.ts';
import { publish } from './publish.ts';
import { remove } from './remove.ts';
import { restore } from './restore.ts';
import { fixture, readPatch } from './wire.testing.ts';

const storage = 'https://pods.example/anna/';
const at = (time: string, ulid: string) => ({ at: new Date(time), ulid });
const written = at('2026-11-21T09:30:00Z', '01KAJ9Z7V0ANNA0000000000P1');
const changed = at('2026-11-21T10:00:00Z', '01KAJBP400ANNA0000000000U1');
const gone = at('2026-11-21T11:00:00Z', '01KAJF3Z00ANNA0000000000D1');
const text = 'Soup is on the stove.\nCome when you like: https://soup.example/';

let house: TestHouse;
beforeEach(() => void (house = testHouse(storage)));
afterEach(() => house.close());

/** What leaves the house from here on is, document by document, what the fixtures say. */
async function expectSent(...fixtures: [url: string, name: string][]) {
  await house.allSent();
  const sent = house.sent.splice(0);
  // Documents are independent: only what one is sent after another has an order (outbox.test.ts).
  expect(sent.map(({ url }) => url).sort()).toEqual(fixtures.map(([url]) => storage + url).sort());
  for (const [url, name] of fixtures) {
    const is = readPatch(sent.find((one) => one.url === storage + url)!.body, storage + url);
    const should = fixture(name, storage + url);
    for (const part of ['insert', 'delete'] as const) {
      const same = sameGraph(is[part], should[part]);
      expect(same ? [] : is[part].map(quadKey).sort(), `${name} ${part}`).toEqual(
        same ? [] : should[part].map(quadKey).sort()
      );
    }
  }
}

describe('what leaves the house', () => {
  it('publish, for everyone', async () => {
    await publish(house, { text, audience: 'public' }, written);
    await expectSent(
      ['public/timeline/2026/2026-11-21.ttl', 'publish-public.day'],
      ['public/timeline/recent.ttl', 'publish-public.page']
    );
  });

  it('publish, for friends', async () => {
    await publish(house, { text, audience: 'friends' }, written);
    await expectSent(
      ['social/friends/2026/2026-11-21.ttl', 'publish-friends.day'],
      ['social/friends/recent.ttl', 'publish-friends.page']
    );
  });

  it('edit', async () => {
    const { post } = await publish(house, { text, audience: 'public' }, written);
    await house.allSent();
    house.sent.length = 0;
    await edit(house, post, 'The soup is eaten.', changed);
    await expectSent(
      ['public/timeline/2026/2026-11-21.ttl', 'edit.day'],
      ['public/timeline/recent.ttl', 'edit.page']
    );
  });

  it('remove and restore', async () => {
    const { post } = await publish(house, { text, audience: 'public' }, written);
    await house.allSent();
    house.sent.length = 0;
    const removed = await remove(house, post, gone);
    await expectSent(
      ['public/timeline/2026/2026-11-21.ttl', 'remove.day'],
      ['public/timeline/recent.ttl', 'remove.page']
    );
    await restore(house, removed);
    await expectSent(
      ['public/timeline/2026/2026-11-21.ttl', 'restore.day'],
      ['public/timeline/recent.ttl', 'restore.page']
    );
  });
});
