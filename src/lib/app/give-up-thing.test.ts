import { expect, it } from 'vitest';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import { iri, quad } from '#lib/rdf/terms.ts';
import { memoryWorld } from '#lib/solid/memory-world.ts';
import { makeSync } from '#lib/sync/make-sync.ts';
import type { Write } from '#lib/sync/sync.ts';
import { giveUpThing } from './give-up-thing.ts';
import { thingsOf } from './things.ts';

const HOME = 'https://anna.example/';
const rule: Write = {
  document: `${HOME}posts/`,
  intent: { kind: 'access', access: { owner: [HOME], everyone: [], signedIn: [], people: {} } },
  label: 'A place'
};
const says = (name: string, after: Write['after']): Write => ({
  document: `${HOME}posts/${name}`,
  intent: { kind: 'patch', insert: [quad(`${HOME}${name}`, `${HOME}p`, iri(HOME))], delete: [] },
  after: after ?? [],
  label: `Post ${name}`
});

function house(sky: 'offline' | 'forbidden') {
  const world = memoryWorld();
  const pod = world.podFor(world.addSpace(HOME));
  world.sky = () => sky;
  const sync = makeSync({ pod, cache: memoryCache() });
  const things = async () => thingsOf(await sync.outbox(), true);
  return { sync, things };
}

it('leaves what another thing needs, and can be taken back', async () => {
  const { sync, things } = house('offline');
  const [first] = await sync.change([rule, says('one', [0])]);
  await sync.change([says('two', [first!])]);
  const { others, back } = await giveUpThing({ sync }, (await things())[0]!);
  expect(others).toBe(0);
  expect((await things()).map(({ label }) => label)).toEqual(['A place', 'Post two']);
  await back();
  expect((await things()).map(({ label }) => label)).toEqual(['A place', 'Post two', 'Post one']);
  sync.close();
});

it('takes the other with it where what it needs was refused, says so, and brings all of it back', async () => {
  const { sync, things } = house('forbidden');
  const [first] = await sync.change([rule, says('one', [0])]);
  await sync.change([says('two', [first!])]);
  await expect.poll(async () => (await things())[0]?.why.kind, { timeout: 5_000 }).toBe('refused');
  const { others, back } = await giveUpThing({ sync }, (await things())[0]!);
  expect([others, await things()]).toEqual([1, []]);
  await back();
  const again = await sync.outbox();
  expect(again.map(({ label }) => label)).toEqual(['A place', 'Post one', 'Post two']);
  // What they waited for is another entry now, and they wait for that one.
  expect(again.slice(1).map(({ after }) => after)).toEqual([[again[0]!.id], [again[0]!.id]]);
  sync.close();
});
