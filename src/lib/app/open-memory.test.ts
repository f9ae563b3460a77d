import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { documentAt } from '#lib/cache/cache.contract.ts';
import { openMemory } from './open-memory.ts';

const A = 'https://anna.example/a';
const none = () => undefined;

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

it('lasts where the browser keeps things', async () => {
  const { cache, fleeting } = await openMemory('anna', none);
  await cache.commit({ put: [documentAt(A)] });
  cache.close();
  const again = await openMemory('anna', none);
  expect([fleeting, await again.cache.document(A)]).toEqual([false, documentAt(A)]);
  again.cache.close();
});

it.each([
  [
    'refuses',
    () => ({
      open: () => {
        throw new DOMException('private', 'InvalidStateError');
      }
    })
  ],
  ['has nothing to keep it in', () => undefined]
])('goes with the page where the browser %s', async (_how, factory) => {
  vi.stubGlobal('indexedDB', factory());
  const { cache, fleeting } = await openMemory('anna', none);
  await cache.commit({ put: [documentAt(A)] });
  expect([fleeting, await cache.document(A)]).toEqual([true, documentAt(A)]);
});

it('does not pass off a defect as a browser that keeps nothing', async () => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new TypeError('a mistake of ours');
    }
  });
  await expect(openMemory('anna', none)).rejects.toThrow('a mistake of ours');
});
