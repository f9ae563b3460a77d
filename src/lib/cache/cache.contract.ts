import { afterEach, describe, expect, it } from 'vitest';
import { dateTime, iri, quad, text, typed } from '#lib/rdf/terms.ts';
import type { Cache, CachedDocument, OutboxEntry } from './cache.ts';

const A = 'https://anna.example/a';
const B = 'https://anna.example/b';

export const documentAt = (url: string, turtle = '<#a> <#b> "c".'): CachedDocument => ({
  url,
  turtle,
  etag: '"1"',
  seen: 1,
  asked: 1,
  state: 'fresh'
});

export const entryFor = (id: string, document: string, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id,
  document,
  intent: { kind: 'remove' },
  after: [],
  tries: 0,
  nextAt: 0,
  label: 'Something',
  ...more
});

/** What every Cache must do. `open` gives the same memory each time it is called with the same name. */
export function cacheContract(kind: string, open: (name: string) => Cache | Promise<Cache>): void {
  let caches: Cache[] = [];
  const fresh = async () => {
    const cache = await open(`test ${crypto.randomUUID()}`);
    caches.push(cache);
    return cache;
  };
  afterEach(() => {
    for (const cache of caches) cache.close();
    caches = [];
  });
  const told = (cache: Cache) => {
    const heard: string[][] = [];
    cache.subscribe((urls) => heard.push([...urls].sort()));
    return heard;
  };

  describe(`${kind}: a cache`, () => {
    it('knows nothing at first', async () => {
      const cache = await fresh();
      expect(await cache.document(A)).toBeUndefined();
      expect(await cache.outbox()).toEqual([]);
      expect(await cache.note('draft:home')).toBeUndefined();
    });

    it('puts what was just read only where nothing came first', async () => {
      const cache = await fresh();
      const [old, mine, read] = [
        documentAt(A, ''),
        { ...documentAt(A, '<#m> a <#M>.'), etag: undefined },
        documentAt(A)
      ];
      expect(await cache.commit({ reread: [{ before: undefined, after: old }] })).toEqual([]);
      await cache.commit({ put: [mine] });
      const heard = told(cache);
      const both = [
        { before: old, after: read },
        { before: undefined, after: documentAt(B) }
      ];
      expect(await cache.commit({ reread: both })).toEqual([A]);
      expect([await cache.document(A), await cache.document(B)]).toEqual([mine, documentAt(B)]);
      expect(heard).toEqual([[B]]);
      expect(await cache.commit({ reread: [{ before: mine, after: read }] })).toEqual([]);
      expect(await cache.document(A)).toEqual(read);
    });

    it('keeps documents and forgets them', async () => {
      const cache = await fresh();
      await cache.commit({ put: [documentAt(A), documentAt(B)] });
      expect(await cache.document(A)).toEqual(documentAt(A));
      await cache.commit({ put: [documentAt(A, '')], drop: [B] });
      expect((await cache.document(A))?.turtle).toBe('');
      expect(await cache.document(B)).toBeUndefined();
    });

    it('keeps entries in the order of their ids, whatever the order they come in', async () => {
      const cache = await fresh();
      await cache.commit({ enqueue: [entryFor('03', A), entryFor('01', B)] });
      await cache.commit({ enqueue: [entryFor('02', A)] });
      expect((await cache.outbox()).map((entry) => entry.id)).toEqual(['01', '02', '03']);
      await cache.commit({ dequeue: ['02'] });
      expect((await cache.outbox()).map((entry) => entry.id)).toEqual(['01', '03']);
    });

    it('gives back statements as terms, and files as files', async () => {
      const cache = await fresh();
      const insert = [
        quad(`${A}#1`, `${A}#p`, text('line\n"quoted" \\ é 🎉')),
        quad(`${A}#1`, `${A}#p`, text('Hallo', 'de')),
        quad(`${A}#1`, `${A}#p`, typed('5', 'http://www.w3.org/2001/XMLSchema#integer')),
        quad(`${A}#1`, `${A}#p`, dateTime(new Date(0))),
        quad(`${A}#1`, `${A}#p`, iri(B))
      ];
      const picture = new Blob(['not really'], { type: 'image/png' });
      await cache.commit({
        enqueue: [
          entryFor('1', A, { intent: { kind: 'patch', insert, delete: [insert[0]!] } }),
          entryFor('2', B, { intent: { kind: 'create', body: picture, contentType: 'image/png' } })
        ]
      });
      const [patch, create] = (await cache.outbox()).map((entry) => entry.intent);
      if (patch?.kind !== 'patch' || create?.kind !== 'create') throw new Error('the intents got lost');
      expect(patch.insert.map((one, i) => one.equals(insert[i]!))).toEqual([true, true, true, true, true]);
      expect(patch.delete.map((one) => one.object.termType)).toEqual(['Literal']);
      const body = create.body as Blob;
      expect([body.type, await body.text()]).toEqual(['image/png', 'not really']);
    });

    it('does all of a step or nothing', async () => {
      const cache = await fresh();
      await cache.commit({ enqueue: [entryFor('1', A)] });
      const heard = told(cache);
      await expect(cache.commit({ put: [documentAt(B)], enqueue: [entryFor('1', A)] })).rejects.toThrow();
      expect(await cache.document(B)).toBeUndefined();
      expect(await cache.outbox()).toHaveLength(1);
      expect(heard).toEqual([]);
    });

    it('does nothing of a step with something that cannot be stored', async () => {
      const cache = await fresh();
      const bad = { ...documentAt(B), etag: (() => 1) as unknown as string };
      await expect(
        cache.commit({ enqueue: [entryFor('1', A)], put: [documentAt(A), bad] })
      ).rejects.toThrow();
      expect([await cache.document(A), await cache.outbox()]).toEqual([undefined, []]);
    });

    it('does not bring back an entry that was given up meanwhile', async () => {
      const cache = await fresh();
      await cache.commit({ enqueue: [entryFor('1', A)] });
      await cache.commit({ update: [entryFor('1', A, { tries: 1 })] });
      expect((await cache.outbox())[0]?.tries).toBe(1);
      await cache.commit({ dequeue: ['1'] });
      await cache.commit({ update: [entryFor('1', A, { tries: 2 })] });
      expect(await cache.outbox()).toEqual([]);
    });

    it('tells which addresses changed, once a step, after it is done', async () => {
      const cache = await fresh();
      const heard = told(cache);
      await cache.commit({ put: [documentAt(A)], enqueue: [entryFor('1', B)] });
      await cache.commit({ dequeue: ['1'] });
      await cache.commit({ drop: [A] });
      await cache.commit({});
      expect(heard).toEqual([[A, B], [B], [A]]);
    });

    it('stops telling when asked to', async () => {
      const cache = await fresh();
      let heard = 0;
      const stop = cache.subscribe(() => heard++);
      await cache.commit({ put: [documentAt(A)] });
      stop();
      await cache.commit({ put: [documentAt(A)] });
      expect(heard).toBe(1);
    });

    it('keeps notes and lets go of them', async () => {
      const cache = await fresh();
      await cache.setNote('rows', { a: [1, 2], at: new Date(5) });
      expect(await cache.note('rows')).toEqual({ a: [1, 2], at: new Date(5) });
      await cache.setNote('rows', undefined);
      expect(await cache.note('rows')).toBeUndefined();
      await expect(cache.setNote('rows', { run: () => 1 })).rejects.toThrow();
    });

    it('names the notes that begin in a certain way', async () => {
      const cache = await fresh();
      for (const key of ['gist 1 a', 'gist 2 \u00fc', 'gis', 'gisu', 'draft:home'])
        await cache.setNote(key, 1);
      expect((await cache.noteKeys('gist ')).sort()).toEqual(['gist 1 a', 'gist 2 \u00fc']);
      expect(await cache.noteKeys('nothing')).toEqual([]);
    });

    it('forgets everything', async () => {
      const cache = await fresh();
      await cache.commit({ put: [documentAt(A)], enqueue: [entryFor('1', B)] });
      await cache.setNote('draft:home', 'words');
      const heard = told(cache);
      await cache.wipe();
      expect([await cache.document(A), await cache.note('draft:home')]).toEqual([undefined, undefined]);
      expect(await cache.outbox()).toEqual([]);
      expect(heard).toEqual([[A, B]]);
      await cache.commit({ put: [documentAt(B)] });
      expect(await cache.document(B)).toBeDefined();
    });

    it('keeps pictures and forgets them', async () => {
      const cache = await fresh();
      expect(await cache.blob(A)).toBeUndefined();
      await cache.setBlob(A, { blob: new Blob(['abc'], { type: 'image/png' }), seen: 1, used: 2 });
      const kept = await cache.blob(A);
      expect([kept?.seen, kept?.used, kept?.blob.type, await kept?.blob.text()]).toEqual([
        1,
        2,
        'image/png',
        'abc'
      ]);
      await cache.setBlob(A, undefined);
      expect(await cache.blob(A)).toBeUndefined();
      await cache.setBlob(A, { blob: new Blob(['abc']), seen: 1, used: 2 });
      await cache.wipe();
      expect(await cache.blob(A)).toBeUndefined();
    });

    it('throws away what was of use longest ago, and tells', async () => {
      const cache = await fresh();
      await cache.commit({
        put: [
          { ...documentAt(A, 'a'.repeat(1000)), asked: 1 },
          { ...documentAt(B, 'b'.repeat(1000)), asked: 2 }
        ]
      });
      await cache.setBlob(A, { blob: new Blob(['a'.repeat(1000)]), seen: 1, used: 2 });
      await cache.setBlob(B, { blob: new Blob(['b'.repeat(1000)]), seen: 1, used: 1 });
      const heard = told(cache);
      expect(await cache.evict()).toBe(0);
      expect(await cache.evict({ documents: 2000, blobs: 2000 })).toBe(2);
      expect([(await cache.document(A))?.url, (await cache.document(B))?.url]).toEqual([undefined, B]);
      expect([(await cache.blob(A))?.url, (await cache.blob(B))?.url]).toEqual([A, undefined]);
      expect(heard).toEqual([[A]]);
    });

    it('never throws away what waits to be sent, what it will change, or what somebody is writing', async () => {
      const cache = await fresh();
      await cache.commit({ put: [documentAt(A), documentAt(B)], enqueue: [entryFor('1', A)] });
      await cache.setNote('draft:home', 'words');
      expect(await cache.evict({ documents: 0, blobs: 0 })).toBe(1);
      expect([(await cache.outbox()).length, (await cache.document(A))?.url]).toEqual([1, A]);
      expect(await cache.document(B)).toBeUndefined();
      expect(await cache.note('draft:home')).toBe('words');
    });
  });
}
