// @vitest-environment client
import { flushSync } from 'svelte';
import { expect, it, vi } from 'vitest';
import { documentAt } from '#lib/cache/cache.contract.ts';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import { viewer } from '#lib/cache/read-view.ts';
import type { House } from './me.ts';
import { KnownAuthors } from './known-authors.svelte.ts';

const card = (who: string) => `https://${who}.example/profile/card`;
const id = (who: string) => `${card(who)}#me`;
const named = (who: string, name: string) =>
  documentAt(card(who), `<#me> <http://xmlns.com/foaf/0.1/name> "${name}".`);

/** A list that looks at these authors, and the names it shows. */
function list() {
  const cache = memoryCache();
  const house = {
    asking: { read: viewer(cache), subscribe: cache.subscribe.bind(cache), wanted: () => {} }
  } as unknown as House;
  const shown: Record<string, string | undefined> = {};
  let authors!: KnownAuthors;
  const stop = $effect.root(() => {
    authors = new KnownAuthors(house);
    for (const who of ['anna', 'bob'])
      $effect(() => {
        shown[who] = authors.of(id(who))?.name;
      });
  });
  return { cache, authors, shown, stop };
}

it('knows who is in the cache', async () => {
  const { cache, authors, shown, stop } = list();
  await cache.commit({ put: [named('anna', 'Anna Weber')] });
  authors.want([id('anna')]);
  flushSync();
  await vi.waitFor(() => expect(shown).toEqual({ anna: 'Anna Weber' }), { timeout: 5_000 });
  stop();
});

it('hears of a name that comes or changes later', async () => {
  const { cache, authors, shown, stop } = list();
  authors.want([id('anna')]);
  flushSync();
  await vi.waitFor(() => expect(shown.anna).toBe('anna.example'), { timeout: 5_000 });
  await cache.commit({ put: [named('anna', 'Anna Weber')] });
  await vi.waitFor(() => expect(shown.anna).toBe('Anna Weber'), { timeout: 5_000 });
  await cache.commit({ put: [named('bob', 'Bob')] });
  authors.want([id('bob'), id('anna')]);
  flushSync();
  await vi.waitFor(() => expect(shown).toEqual({ anna: 'Anna Weber', bob: 'Bob' }), { timeout: 5_000 });
  await cache.commit({ put: [named('anna', 'Anna Winter')] });
  await vi.waitFor(() => expect(shown.anna).toBe('Anna Winter'), { timeout: 5_000 });
  stop();
});
