import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start } from '../../../pod-server/dist/start.js';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import { viewer } from '#lib/cache/read-view.ts';
import { quad, text } from '#lib/rdf/terms.ts';
import type { Pod } from '#lib/solid/pod.ts';
import type { Cast } from '#lib/solid/pod.contract.ts';
import { PodProblem } from '#lib/solid/problem.ts';
import { realCast } from '#lib/solid/real-cast.testing.ts';
import { fakeClock } from './fake-clock.ts';
import { readAgain, until } from './house.testing.ts';
import { makeSync } from './make-sync.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await realCast(await start({ memory: true }));
});
afterAll(() => cast.stop());

/** The pod itself, but the answer to each change is lost the first time it arrives. */
function forgetful(pod: Pod): Pod {
  const lost = new Set<string>();
  return new Proxy(pod, {
    get(target, verb: keyof Pod) {
      const real = (target[verb] as (...args: unknown[]) => Promise<unknown>).bind(target);
      if (!['patch', 'create', 'replace', 'remove', 'setAccess'].includes(verb)) return real;
      return async (...args: unknown[]) => {
        const answer = await real(...args);
        const key = `${verb} ${JSON.stringify(args)}`;
        if (lost.has(key)) return answer;
        lost.add(key);
        throw new PodProblem({ kind: 'offline', url: String(args[0]), detail: 'the answer was lost' });
      };
    }
  });
}

function device(pod: Pod) {
  const cache = memoryCache();
  const clock = fakeClock(Date.now());
  const sync = makeSync({ pod, cache, clock });
  const read = viewer(cache);
  const sees = async (url: string) => (await read(url)).graph.quads.map((one) => one.object.value).sort();
  /** Lets the waits between tries pass at once. */
  const settled = async (ids: string[]) => {
    let done = false;
    const all = sync.settled(ids).finally(() => (done = true));
    await until(() => {
      clock.advance(300_000);
      return done;
    });
    await all;
  };
  return { cache, clock, sync, sees, settled };
}

const says = (url: string, value: string) => quad(`${url}#1`, `${url}#p`, text(value));
const turtle = (value: string) => `<#1> <#p> "${value}".`;

describe('sync with the bundled server', () => {
  it.each(['kind', 'forgetful'])(
    'makes every kind of change true once, whether its answers come or not (%s)',
    async (how) => {
      const { anna } = cast;
      const { sync, sees, settled, cache, clock } = device(how === 'kind' ? anna.pod : forgetful(anna.pod));
      const folder = `${anna.storage}${how}/`;
      const access = { owner: [anna.webId], everyone: [], signedIn: [], people: {} };
      const [day, note] = [`${folder}day.ttl`, `${folder}note.ttl`];
      const ids = await sync.change([
        { document: folder, intent: { kind: 'access', access }, label: 'access' },
        {
          document: day,
          intent: { kind: 'patch', insert: [says(day, 'a'), says(day, 'b')], delete: [] },
          after: [0],
          label: 'post'
        },
        {
          document: day,
          intent: { kind: 'patch', insert: [says(day, 'c')], delete: [says(day, 'a')] },
          label: 'edit'
        },
        {
          document: note,
          intent: { kind: 'create', body: turtle('x'), contentType: 'text/turtle' },
          after: [0],
          label: 'create'
        },
        {
          document: note,
          intent: { kind: 'replace', body: turtle('y'), contentType: 'text/turtle' },
          label: 'replace'
        }
      ]);
      expect(await sees(day)).toEqual(['b', 'c']);
      await settled(ids);
      await readAgain({ cache, clock }, day);
      await sync.refresh([day, note]);
      expect([await sees(day), await sees(note)]).toEqual([['b', 'c'], ['y']]);
      const fresh = device(anna.pod);
      await fresh.sync.refresh([day, note]);
      expect([await fresh.sees(day), await fresh.sees(note)]).toEqual([['b', 'c'], ['y']]);
      await settled(await sync.change([{ document: note, intent: { kind: 'remove' }, label: 'remove' }]));
      await fresh.sync.refresh([note]);
      expect((await fresh.cache.document(note))?.state).toBe('missing');
      // What is not open to others is not read by them.
      const bob = device(cast.bob.pod);
      await bob.sync.refresh([day]);
      expect(await bob.cache.document(day)).toMatchObject({
        state: 'forbidden',
        turtle: '',
        problem: { kind: 'forbidden' }
      });
    }
  );

  it('brings what two devices change at the same time together', async () => {
    const { anna } = cast;
    const url = `${anna.storage}both.ttl`;
    const [one, two] = [device(anna.pod), device(anna.pod)];
    await one.settled(
      await one.sync.change([
        { document: url, intent: { kind: 'patch', insert: [says(url, 'old')], delete: [] }, label: '' }
      ])
    );
    await two.sync.refresh([url]);
    const writes = (name: string) =>
      [0, 1, 2, 3].map((i) => ({
        document: url,
        intent: {
          kind: 'patch' as const,
          insert: [says(url, name + i)],
          delete: i === 0 ? [says(url, 'old')] : [says(url, name + (i - 1))]
        },
        label: name
      }));
    const [mine, yours] = await Promise.all([
      one.sync.change(writes('one ')),
      two.sync.change(writes('two '))
    ]);
    await Promise.all([one.settled(mine!), two.settled(yours!)]);
    await Promise.all([one.sync.refresh([url]), two.sync.refresh([url])]);
    expect(await one.sees(url)).toEqual(['one 3', 'two 3']);
    expect(await two.sees(url)).toEqual(['one 3', 'two 3']);
  });

  it('leaves a message, and stops where it may not write', async () => {
    const bob = device(cast.bob.pod);
    const inbox = `${cast.anna.storage}inbox/`;
    const before = (await cast.anna.pod.list(inbox)).length;
    await bob.settled(
      await bob.sync.change([
        {
          document: inbox,
          intent: { kind: 'send', turtle: '<> <http://schema.org/text> "hello".' },
          label: ''
        }
      ])
    );
    expect(await cast.anna.pod.list(inbox)).toHaveLength(before + 1);
    const url = `${cast.anna.storage}not-yours.ttl`;
    const ids = await bob.sync.change([
      { document: url, intent: { kind: 'create', body: turtle('x'), contentType: 'text/turtle' }, label: '' }
    ]);
    await expect(bob.sync.settled(ids)).rejects.toMatchObject({ problem: { kind: 'forbidden', url } });
    expect(await bob.sync.discard(ids[0]!)).toHaveLength(1);
    expect(await bob.sees(url)).toEqual([]);
  });
});
