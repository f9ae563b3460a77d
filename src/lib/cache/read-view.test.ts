import { describe, expect, it, vi } from 'vitest';
import { quad, text } from '#lib/rdf/terms.ts';
import { documentAt, entryFor } from './cache.contract.ts';
import type { Cache, Intent } from './cache.ts';
import { memoryCache } from './memory-cache.ts';
import { viewer } from './read-view.ts';

const A = 'https://anna.example/a';
const P = 'https://anna.example/p';
const says = (name: string, value: string) => quad(`${A}#${name}`, P, text(value));

async function withDocument(turtle: string) {
  const cache = memoryCache();
  await cache.commit({ put: [documentAt(A, turtle)] });
  return { cache, read: viewer(cache) };
}

const enqueue = (cache: Cache, id: string, intent: Intent, problem?: { kind: string; detail: string }) =>
  cache.commit({ enqueue: [entryFor(id, A, { intent, ...(problem ? { problem } : {}) })] });

describe('a view', () => {
  it('of an unknown document is empty', async () => {
    const view = await viewer(memoryCache())(A);
    expect([view.graph.quads, view.document, view.waiting]).toEqual([[], undefined, []]);
  });

  it('resolves relative addresses against the document', async () => {
    const { read } = await withDocument(`<#me> <p> "x".`);
    expect((await read(A)).graph.text(`${A}#me`, P)).toBe('x');
  });

  it('resolves them against where the server sent us on to', async () => {
    const { cache, read } = await withDocument('');
    await cache.commit({ put: [{ ...documentAt(A, '<#me> <p> "x".'), base: 'https://else.example/card' }] });
    expect((await read(A)).graph.subjects()).toEqual(['https://else.example/card#me']);
  });

  it('of a person’s address is the view of the document it stands in', async () => {
    const { read } = await withDocument('<#me> <p> "x".');
    expect((await read(`${A}#me`)).url).toBe(A);
    expect(await read(`${A}#me`)).toBe(await read(A));
  });

  it('shows what waits on top, in order', async () => {
    const { cache, read } = await withDocument(`<#1> <p> "old".`);
    await enqueue(cache, '1', { kind: 'patch', insert: [says('1', 'new')], delete: [says('1', 'old')] });
    await enqueue(cache, '2', { kind: 'patch', insert: [says('1', 'newer')], delete: [says('1', 'new')] });
    const view = await read(A);
    expect(view.graph.objects(`${A}#1`, P).map((term) => term.value)).toEqual(['newer']);
    expect(view.waiting.map((entry) => entry.id)).toEqual(['1', '2']);
  });

  it('needs no reading of the document for what is written here', async () => {
    const { cache, read } = await withDocument(`<#1> <p> "old".`);
    await read(A);
    const reading = vi.spyOn(cache, 'document');
    await enqueue(cache, '1', { kind: 'patch', insert: [says('1', 'new')], delete: [] });
    expect((await read(A)).graph.objects(`${A}#1`, P).map((term) => term.value)).toEqual(['old', 'new']);
    await enqueue(cache, '2', { kind: 'patch', insert: [says('1', 'more')], delete: [] });
    expect((await read(A)).graph.objects(`${A}#1`, P)).toHaveLength(3);
    expect(reading).not.toHaveBeenCalled();
    await cache.commit({ dequeue: ['1'], put: [documentAt(A, `<#1> <p> "old", "new", "else".`)] });
    expect((await read(A)).graph.objects(`${A}#1`, P).map((term) => term.value)).toEqual([
      'old',
      'new',
      'else',
      'more'
    ]);
  });

  it('is read to its end though something is written there meanwhile', async () => {
    const { cache, read } = await withDocument(`<#1> <p> "old".`);
    const first = read(A);
    await enqueue(cache, '1', { kind: 'patch', insert: [says('1', 'new')], delete: [] });
    await first;
    expect((await read(A)).graph.objects(`${A}#1`, P).map((term) => term.value)).toEqual(['old', 'new']);
  });

  it('shows what arrived before anybody told of it, or what is written next would undo it', async () => {
    const { cache, read } = await withDocument(`<#1> <p> "old".`);
    await enqueue(cache, '1', { kind: 'patch', insert: [says('1', 'new')], delete: [] });
    await read(A);
    // Another tab has sent it, and this one has not heard of that yet.
    const two = entryFor('2', A, { intent: { kind: 'patch', insert: [says('1', 'more')], delete: [] } });
    cache.document = () => Promise.resolve(documentAt(A, `<#1> <p> "old", "new".`));
    await cache.commit({ enqueue: [two] });
    cache.outbox = () => Promise.resolve([two]);
    expect((await read(A)).graph.objects(`${A}#1`, P).map((term) => term.value)).toEqual([
      'old',
      'new',
      'more'
    ]);
  });

  it('goes on showing what was refused: the words are still the person’s', async () => {
    const { cache, read } = await withDocument('');
    await enqueue(
      cache,
      '1',
      { kind: 'patch', insert: [says('1', 'x')], delete: [] },
      { kind: 'full', detail: '' }
    );
    expect((await read(A)).graph.text(`${A}#1`, P)).toBe('x');
  });

  it('of a creation shows it only where nothing is', async () => {
    const create: Intent = { kind: 'create', body: '<#2> <p> "mine".', contentType: 'text/turtle' };
    const empty = await withDocument('');
    await enqueue(empty.cache, '1', create);
    expect((await empty.read(A)).graph.text(`${A}#2`, P)).toBe('mine');
    const full = await withDocument('<#1> <p> "theirs".');
    await enqueue(full.cache, '1', create);
    expect((await full.read(A)).graph.subjects()).toEqual([`${A}#1`]);
  });

  it('shows replacements and removals, and nothing for pictures, access and messages', async () => {
    const { cache, read } = await withDocument('<#1> <p> "x".');
    await enqueue(cache, '1', { kind: 'send', turtle: '<#s> <p> "message".' });
    await enqueue(cache, '2', {
      kind: 'access',
      access: { owner: [], everyone: [], signedIn: [], people: {} }
    });
    expect((await read(A)).graph.subjects()).toEqual([`${A}#1`]);
    await enqueue(cache, '3', { kind: 'replace', body: '<#2> <p> "y".', contentType: 'text/turtle' });
    expect((await read(A)).graph.subjects()).toEqual([`${A}#2`]);
    await enqueue(cache, '4', { kind: 'remove' });
    expect((await read(A)).graph.quads).toEqual([]);
    await enqueue(cache, '5', { kind: 'create', body: new Blob(['x']), contentType: 'image/png' });
    expect((await read(A)).graph.quads).toEqual([]);
  });

  it.each(['graph first', 'document first'])(
    'of malformed Turtle is empty and says so (%s)',
    async (first) => {
      const { read } = await withDocument('<#1> <p> "no end');
      const view = await read(A);
      if (first === 'graph first') expect(view.graph.quads).toEqual([]);
      expect(view.document?.state).toBe('broken');
      expect(view.document?.problem?.kind).toBe('broken');
      expect(view.graph.quads).toEqual([]);
    }
  );

  it('has a version that changes with the statements and not with anything else', async () => {
    const { cache, read } = await withDocument('<#1> <p> "x".');
    const versions = [(await read(A)).version];
    const graph = (await read(A)).graph;
    await cache.commit({
      put: [{ ...documentAt(A, '<#1> <p> "x".'), seen: 99, etag: '"2"', state: 'stale' }]
    });
    expect((await read(A)).version).toBe(versions[0]);
    expect((await read(A)).document?.seen).toBe(99);
    expect((await read(A)).graph).toBe(graph);
    await cache.commit({ put: [documentAt(A, '<#1> <p> "y".')] });
    versions.push((await read(A)).version);
    await enqueue(cache, '1', { kind: 'patch', insert: [says('1', 'z')], delete: [] });
    versions.push((await read(A)).version);
    await cache.commit({ update: [{ ...(await cache.outbox())[0]!, tries: 1 }] });
    expect((await read(A)).version).toBe(versions[2]);
    expect(new Set(versions).size).toBe(3);
  });

  it('costs nothing when nothing changed', async () => {
    const { cache, read } = await withDocument('<#1> <p> "x".');
    let asked = 0;
    const document = cache.document.bind(cache);
    cache.document = (url) => (asked++, document(url));
    const first = await read(A);
    expect((await read(A)).graph).toBe(first.graph);
    expect(asked).toBe(1);
    await cache.commit({ put: [documentAt('https://anna.example/other')] });
    expect((await read(A)).graph).toBe(first.graph);
    expect(asked).toBe(1);
  });
});
