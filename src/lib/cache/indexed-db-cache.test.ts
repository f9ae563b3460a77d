import { deleteDB, openDB } from 'idb';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { quad, text } from '#lib/rdf/terms.ts';
import { cacheContract, documentAt, entryFor } from './cache.contract.ts';
import type { Cache } from './cache.ts';
import { OutdatedPage, StorageRefused, STEPS, type Step } from './database.ts';
import { openCache } from './indexed-db-cache.ts';
import { viewer } from './read-view.ts';

cacheContract('in IndexedDB', (name) => openCache(name));

const A = 'https://anna.example/a';
const B = 'https://anna.example/b';
let open: Cache[] = [];
const tab = async (name: string, steps?: readonly Step[]) => {
  const cache = await openCache(name, steps ? { steps } : {});
  open.push(cache);
  return cache;
};

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  for (const cache of open) cache.close();
  open = [];
});

describe('several tabs', () => {
  it('hear of each other, and see what waits at once', async () => {
    const [one, two] = [await tab('anna'), await tab('anna')];
    const read = viewer(two);
    expect((await read(A)).graph.quads).toEqual([]);
    const heard: string[] = [];
    two.subscribe((urls) => heard.push(...urls));
    const insert = [quad(`${A}#1`, `${A}#p`, text('x'))];
    await one.commit({ enqueue: [entryFor('1', A, { intent: { kind: 'patch', insert, delete: [] } })] });
    await vi.waitFor(() => expect(heard).toEqual([A]), { timeout: 20_000 });
    expect((await read(A)).graph.text(`${A}#1`, `${A}#p`)).toBe('x');
    await one.commit({ dequeue: ['1'], put: [documentAt(A, '')] });
    await vi.waitFor(() => expect(heard).toEqual([A, A]), { timeout: 20_000 });
    expect((await read(A)).waiting).toEqual([]);
  });

  it('of different people share nothing', async () => {
    const [anna, bob] = [await tab('anna'), await tab('bob')];
    let heard = 0;
    bob.subscribe(() => heard++);
    await anna.commit({ put: [documentAt(A)], enqueue: [entryFor('1', A)] });
    await anna.setNote('n', 1);
    expect([await bob.document(A), await bob.outbox(), await bob.note('n'), heard]).toEqual([
      undefined,
      [],
      undefined,
      0
    ]);
  });

  it('forget together, and go on', async () => {
    const [one, two] = [await tab('anna'), await tab('anna')];
    await two.commit({ put: [documentAt(A)] });
    await one.setNote('draft:x', 'words');
    await one.wipe();
    expect(await indexedDB.databases()).toEqual([]);
    expect([await two.document(A), await two.note('draft:x')]).toEqual([undefined, undefined]);
    await two.commit({ put: [documentAt(A)] });
    expect(await one.document(A)).toBeDefined();
  });

  it('forget even when one of them does not let go', async () => {
    const one = await tab('anna');
    await one.setNote('draft:x', 'words');
    const frozen = await openDB('hearth anna');
    await one.wipe();
    expect(await frozen.get('notes', 'draft:x')).toBeUndefined();
    frozen.close();
    await vi.waitFor(async () => expect(await indexedDB.databases()).toEqual([]), { timeout: 20_000 });
  });
});

describe('memory across pages', () => {
  it('lasts', async () => {
    const first = await tab('anna');
    await first.commit({ put: [documentAt(A)], enqueue: [entryFor('1', A)] });
    await first.setNote('n', [1]);
    first.close();
    const second = await tab('anna');
    expect([await second.document(A), await second.outbox(), await second.note('n')]).toEqual([
      documentAt(A),
      [entryFor('1', A)],
      [1]
    ]);
  });

  it('comes along to a newer form, unsent things too', async () => {
    const old = await tab('anna');
    await old.commit({ put: [documentAt(A)], enqueue: [entryFor('1', A, { label: 'old' })] });
    const newer: Step[] = [
      ...STEPS,
      async (_database, transaction) => {
        const outbox = transaction.objectStore('outbox');
        for (const entry of await outbox.getAll()) await outbox.put({ ...entry, label: 'new' });
      }
    ];
    // The old page is still open in another tab: it makes way, and says why it cannot go on.
    const cache = await tab('anna', newer);
    expect((await cache.outbox())[0]?.label).toBe('new');
    expect(await cache.document(A)).toEqual(documentAt(A));
    const outdated = vi.fn();
    await expect(old.document(A)).rejects.toThrow(OutdatedPage);
    await expect(openCache('anna', { outdated })).rejects.toThrow(OutdatedPage);
    expect(outdated).toHaveBeenCalledOnce();
  });

  it('comes along from each form it ever had', async () => {
    for (let version = 1; version < STEPS.length; version++) {
      const old = await tab(`anna ${version}`, STEPS.slice(0, version));
      await old.commit({ put: [documentAt(A)], enqueue: [entryFor('1', A)] });
      old.close();
      const cache = await tab(`anna ${version}`);
      expect([await cache.document(A), await cache.outbox()]).toEqual([documentAt(A), [entryFor('1', A)]]);
      await cache.setBlob(A, { blob: new Blob(['a']), seen: 1, used: 1 });
      expect(await cache.blob(A)).toBeDefined();
    }
  });

  it('makes room for what was written, when the browser has none', async () => {
    const cache = await tab('anna');
    await cache.commit({ put: [documentAt(A), documentAt(B)] });
    await cache.setBlob(A, { blob: new Blob(['a']), seen: 1, used: 1 });
    const add = vi.spyOn(IDBObjectStore.prototype, 'add');
    add.mockImplementationOnce(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await cache.commit({ enqueue: [entryFor('1', A)] });
    add.mockRestore();
    expect(await cache.outbox()).toHaveLength(1);
    expect([await cache.blob(A), await cache.document(B)]).toEqual([undefined, documentAt(B)]);
  });

  it('is not touched by a step to a newer form that fails', async () => {
    const old = await tab('anna');
    await old.commit({ enqueue: [entryFor('1', A)] });
    old.close();
    const broken: Step[] = [
      ...STEPS,
      async (_database, transaction) => {
        await transaction.objectStore('outbox').clear();
        throw new Error('a mistake of ours');
      }
    ];
    await expect(openCache('anna', { steps: broken })).rejects.toThrow('a mistake of ours');
    expect(await (await tab('anna')).outbox()).toHaveLength(1);
  });

  it.each(['InvalidStateError', 'SecurityError', 'UnknownError'])(
    'is refused by the browser: %s',
    async (name) => {
      const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
        throw new DOMException('not here', name);
      });
      await expect(openCache('anna')).rejects.toThrow(StorageRefused);
      refused.mockRestore();
      await expect(tab('anna')).resolves.toBeDefined();
    }
  );

  it('tells when a newer version comes while it is open', async () => {
    const outdated = vi.fn();
    const old = await openCache('anna', { outdated });
    await tab('anna', [...STEPS, () => {}]);
    expect(outdated).not.toHaveBeenCalled();
    await expect(old.document(A)).rejects.toThrow(OutdatedPage);
    expect(outdated).toHaveBeenCalledOnce();
    old.close();
  });

  it('is opened again when the browser closed it', async () => {
    const cache = await tab('anna');
    await cache.commit({ put: [documentAt(A)] });
    await deleteDB('hearth anna');
    expect(await cache.document(A)).toBeUndefined();
    await cache.commit({ put: [documentAt(A)] });
    expect(await cache.document(A)).toBeDefined();
  });

  it('is not read again for every view', async () => {
    const cache = await tab('anna');
    await cache.commit({ enqueue: [entryFor('1', A)] });
    expect(await cache.outbox()).toBe(await cache.outbox());
    await cache.commit({ put: [documentAt(A)] });
    const before = await cache.outbox();
    await cache.commit({ put: [documentAt(A, '')] });
    expect(await cache.outbox()).toBe(before);
  });

  it('need not be read again for what is written here, in the order of the ids', async () => {
    const [here, there] = [await tab('anna'), await tab('anna')];
    await here.commit({ enqueue: [entryFor('2', A)] });
    expect((await here.outbox()).map(({ id }) => id)).toEqual(['2']);
    const reading = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    await here.commit({ enqueue: [entryFor('3', A), entryFor('1', A)] });
    expect((await here.outbox()).map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(reading).not.toHaveBeenCalled();
    // What another tab took away meanwhile does not come back.
    await Promise.all([there.commit({ dequeue: ['1'] }), here.commit({ enqueue: [entryFor('4', A)] })]);
    await vi.waitFor(async () => expect((await here.outbox()).map(({ id }) => id)).toEqual(['2', '3', '4']), {
      timeout: 5_000
    });
    reading.mockRestore();
  });

  it('says so once it is closed', async () => {
    const cache = await tab('anna');
    cache.close();
    await expect(cache.document(A)).rejects.toThrow('closed');
  });
});
