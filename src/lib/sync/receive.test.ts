import { describe, expect, it } from 'vitest';
import type { CachedDocument } from '#lib/cache/cache.ts';
import { memoryWorld } from '#lib/solid/memory-world.ts';
import type { As, Pod } from '#lib/solid/pod.ts';
import { PodProblem } from '#lib/solid/problem.ts';
import { fetchDocument } from './receive.ts';

const URL = 'https://anna.example/chats/day.ttl';

/** Notes as whom it was asked; `refuses` does not take the token. */
function pod(asked: (As | undefined)[], refuses?: As): Pod {
  const whole = memoryWorld().podFor(undefined);
  whole.read = async (url, { as } = {}) => {
    asked.push(as);
    if (as === refuses && as) throw new PodProblem({ kind: 'unauthorised', url, status: 401, detail: '' });
    const rest = { acl: undefined, container: false, contentType: 'text/turtle' };
    return { url, etag: '"1"', body: '<#a> <#b> "c".', restricted: as === 'me', ...rest };
  };
  return whole;
}

const fetched = async (isClosed: boolean, before?: Partial<CachedDocument>, refuses?: As) => {
  const asked: (As | undefined)[] = [];
  const known = before && ({ url: URL, turtle: '', seen: 1, asked: 1, state: 'fresh', ...before } as const);
  const { state } = await fetchDocument(pod(asked, refuses), URL, known, () => 2, isClosed);
  return { asked, state };
};

describe('what is most likely for a few', () => {
  it('is asked for as oneself at once, in one request', async () => {
    expect(await fetched(true)).toEqual({ asked: ['me'], state: 'fresh' });
    expect(await fetched(false)).toEqual({ asked: [undefined], state: 'fresh' });
  });

  it('is asked for as what it was found to be, once that is known', async () => {
    expect((await fetched(true, { restricted: false })).asked).toEqual([undefined]);
    expect((await fetched(false, { restricted: true })).asked).toEqual(['me']);
  });

  it('is asked for as anyone where the token is not taken', async () => {
    expect(await fetched(true, undefined, 'me')).toEqual({ asked: ['me', 'anyone'], state: 'fresh' });
  });
});
