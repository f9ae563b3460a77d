import { beforeEach, describe, expect, it } from 'vitest';
import { documentAt } from '#lib/cache/cache.contract.ts';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import { viewer } from '#lib/cache/read-view.ts';
import type { View } from '#lib/cache/view.ts';
import { gistsOver } from './gists.ts';
import { homesOf } from './homes.ts';
import type { Sightings } from './sightings.ts';

const anna = { owner: 'https://anna.example/card#me', storages: ['https://anna.example/'] };
const A = 'https://anna.example/recent.ttl';
const NOW = Date.UTC(2026, 10, 21, 12);
const homes = homesOf([anna]);

function memory(): Sightings {
  const seen: Record<string, number> = {};
  return { seen, note: (post, at) => void (seen[post] ??= at) };
}

let cache = memoryCache();
let read = viewer(cache);
const notes = {
  get: (key: string) => cache.note(key),
  set: (key: string, value: unknown) => cache.setNote(key, value),
  keys: (prefix: string) => cache.noteKeys(prefix)
};
const write = (text: string, url = A, minutes = 0) =>
  cache.commit({
    put: [
      documentAt(
        url,
        `<#p> a <https://www.w3.org/ns/activitystreams#Note>;
          <https://www.w3.org/ns/activitystreams#attributedTo> <${anna.owner}>;
          <https://www.w3.org/ns/activitystreams#content> "${text}";
          <https://www.w3.org/ns/activitystreams#published> "${new Date(NOW + minutes * 60_000).toISOString()}".`
      )
    ].map((document) => ({ ...document, checked: true }))
  });
/** The same, but whoever looks into it fails. */
const closed = ({ url, document, waiting, version }: View): View => ({
  url,
  document,
  waiting,
  version,
  get graph(): never {
    throw new Error('looked into for nothing');
  }
});

beforeEach(() => {
  cache = memoryCache();
  read = viewer(cache);
});

describe('gists', () => {
  it('are plain data, and the same object while nothing changes', async () => {
    await write('one');
    const gists = gistsOver(notes, () => NOW);
    const gist = await gists.of(await read(A), anna, homes, memory());
    expect(gist.found.map(({ post, at }) => [post.content, at])).toEqual([['one', NOW]]);
    expect(structuredClone(gist)).toEqual(gist);
    expect(await gists.of(closed(await read(A)), anna, homes, memory())).toBe(gist);
  });

  it('are remembered: a page that is opened again looks into nothing that has not changed', async () => {
    await write('one');
    const first = gistsOver(notes, () => NOW);
    const before = await first.of(await read(A), anna, homes, memory());
    expect(await notes.keys('')).toEqual([]);
    await first.keep();
    const later = gistsOver(notes, () => NOW);
    expect(await later.of(closed(await read(A)), anna, homes, memory())).toEqual(before);
    await write('two');
    await expect(later.of(closed(await read(A)), anna, homes, memory())).rejects.toThrow('for nothing');
    const after = await later.of(await read(A), anna, homes, memory());
    expect(after.found.map(({ post }) => post.content)).toEqual(['two']);
  });

  it('are made anew when more is known of whose spaces there are', async () => {
    await write('one');
    const gists = gistsOver(notes, () => NOW);
    expect((await gists.of(await read(A), anna, homes, memory())).found).toHaveLength(1);
    const narrower = homesOf([anna, { storages: [A] }, { storages: ['https://anna.example/recent'] }]);
    await expect(gists.of(closed(await read(A)), anna, narrower, memory())).rejects.toThrow('for nothing');
  });

  it('of a post from the future stand where it was first seen, also when that was forgotten', async () => {
    await write('later', A, 60);
    const gists = gistsOver(notes, () => NOW);
    const first = await gists.of(await read(A), anna, homes, memory());
    expect(first.found[0]?.at).toBe(NOW);
    await gists.keep();
    const after = gistsOver(notes, () => NOW + 600_000);
    expect((await after.of(await read(A), anna, homes, memory())).found[0]?.at).toBe(NOW + 600_000);
  });

  it('cost nothing where nothing is, and come also when they cannot be kept', async () => {
    const full = { ...notes, set: () => Promise.reject(new Error('full')) };
    const gists = gistsOver(full, () => NOW);
    expect((await gists.of(closed(await read(A)), anna, homes, memory())).found).toEqual([]);
    await write('one');
    expect((await gists.of(await read(A), anna, homes, memory())).found).toHaveLength(1);
    await gists.keep();
  });

  it('of documents that nobody reads any more are forgotten, and nothing else is', async () => {
    const B = 'https://anna.example/old.ttl';
    await write('one');
    await write('old', B);
    const before = gistsOver(notes, () => NOW);
    for (const url of [A, B]) await before.of(await read(url), anna, homes, memory());
    await before.keep();
    await notes.set('gist of an older app', 1);
    await notes.set('draft:home', 'words');
    const gists = gistsOver(notes, () => NOW);
    await gists.of(await read(A), anna, homes, memory());
    await gists.keep();
    const left = await notes.keys('');
    expect(left).toEqual([expect.stringMatching(/^gist .*recent\.ttl$/), 'draft:home']);
  });
});
