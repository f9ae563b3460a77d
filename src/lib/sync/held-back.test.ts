import { expect, it } from 'vitest';
import type { Intent } from '#lib/cache/cache.ts';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import type { Pod } from '#lib/solid/pod.ts';
import { PodProblem } from '#lib/solid/problem.ts';
import { fakeClock } from './fake-clock.ts';
import { annasWorld, DAY, patch, SPACE, stands, until } from './house.testing.ts';
import { makeSync } from './make-sync.ts';

const turtle = (value: string) => `<#1> <https://anna.example/p> "${value}".`;

/**
 * A network keeps the first write and lets it go when later ones have been served. `read`: whether the document was
 * read before. Answers what stands in the end.
 */
async function heldBack(before: string, read: boolean, [first, second]: readonly [Intent, Intent]) {
  const world = annasWorld(before);
  const real = world.podFor(`${SPACE}profile/card#me`);
  const clock = fakeClock();
  const cache = memoryCache();
  let late: (() => Promise<unknown>) | undefined;
  const pod = new Proxy(real, {
    get(target, name) {
      const call = (Reflect.get(target, name, target) as (...given: unknown[]) => Promise<unknown>).bind(
        target
      );
      if (late || (name !== 'patch' && name !== 'replace')) return call;
      return async (...given: unknown[]) => {
        late = () => call(...given);
        throw new PodProblem({ kind: 'slow', url: DAY, detail: 'no answer in time' });
      };
    }
  }) as Pod;
  const sync = makeSync({ pod, cache, clock });
  if (read) await sync.refresh([DAY]);
  const ids = await sync.change([{ document: DAY, intent: first, label: 'x' }]);
  await until(async () => (await sync.outbox())[0]?.tries === 1);
  clock.advance(1_000);
  await sync.settled(ids);
  await sync.settled(await sync.change([{ document: DAY, intent: second, label: 'x' }]));
  const refused = await late!().then(
    () => false,
    () => true
  );
  sync.close();
  return { stands: stands(world), refused };
}

it.each<[string, string, Intent, Intent]>([
  ['an edit', turtle('a'), patch(['b'], ['a']), patch(['c'], ['b'])],
  ['something new', '', patch(['b']), patch(['c'], ['b'])],
  [
    'another text of a document',
    turtle('a'),
    { kind: 'replace', body: turtle('b'), contentType: 'text/turtle' },
    { kind: 'replace', body: turtle('c'), contentType: 'text/turtle' }
  ]
])(
  '%s that a network holds back until a later write was served undoes nothing',
  async (_, before, ...two) => {
    expect(await heldBack(before, true, two)).toEqual({ stands: ['c'], refused: true });
  }
);

it('something new in a document never read here has no condition: held back, it comes again', async () => {
  expect(await heldBack('', false, [patch(['b']), patch(['c'], ['b'])])).toEqual({
    stands: ['b', 'c'],
    refused: false
  });
});
