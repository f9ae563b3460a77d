import { iri, quad, text } from '#lib/rdf/terms.ts';
import { AS, RDF } from '#lib/rdf/vocab.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Access, Pod } from './pod.ts';
import { graphOf, outcome } from './outcome.testing.ts';

export interface Somebody {
  readonly webId: string;
  /** Root of their space, with its slash. */
  readonly storage: string;
  readonly pod: Pod;
}

/** Two people with a space each on one server, and one who is not signed in. */
export interface Cast {
  readonly anna: Somebody;
  readonly bob: Somebody;
  readonly nobody: Pod;
  stop(): Promise<void>;
}

const turtle = 'text/turtle';
const note = (words: string) => `<#it> a <${AS.Note}>; <${AS.content}> "${words}".`;

/** What every Pod promises. Each implementation runs this, the real server included, so that the fake cannot lie. */
export function podContract(setUp: () => Promise<Cast>): void {
  let cast: Cast;
  let n = 0;
  beforeAll(async () => {
    cast = await setUp();
  });
  afterAll(() => cast.stop());
  /** An address in Anna's space where nothing is yet. */
  const fresh = (folder = 'things/') => `${cast.anna.storage}${folder}n${++n}.ttl`;
  const anna = () => cast.anna.pod;

  describe('documents', () => {
    it('are created once', async () => {
      const url = fresh();
      await anna().create(url, note('one'), turtle);
      expect(await outcome(anna().create(url, note('two'), turtle))).toBe('conflict');
      const found = await anna().read(url);
      expect(found).toMatchObject({ url, contentType: turtle, container: false, restricted: true });
      expect(found?.body).toContain('one');
      expect(found?.etag).toBeTruthy();
    });

    it('are created by exactly one of many at once', async () => {
      const url = fresh();
      const tries = Array.from({ length: 8 }, (_, i) => outcome(anna().create(url, note(`${i}`), turtle)));
      expect((await Promise.all(tries)).sort()).toEqual([...Array<string>(7).fill('conflict'), 'ok']);
    });

    it('are not sent again while unchanged', async () => {
      const url = fresh();
      await anna().create(url, note('one'), turtle);
      const first = await anna().read(url);
      expect(await anna().read(url, { etag: first!.etag! })).toBeUndefined();
      await anna().replace(url, note('another'), turtle);
      const second = await anna().read(url, { etag: first!.etag! });
      expect(second?.body).toContain('another');
      expect(second?.etag).not.toBe(first!.etag);
    });

    it('are replaced only in the state one saw', async () => {
      const url = fresh();
      await anna().create(url, note('one'), turtle);
      const { etag } = (await anna().read(url))!;
      await anna().replace(url, note('two words'), turtle, etag);
      expect(await outcome(anna().replace(url, note('three'), turtle, etag))).toBe('conflict');
      expect((await anna().read(url))?.body).toContain('two words');
    });

    it('change by single statements, and keep the rest', async () => {
      const url = fresh();
      await anna().create(url, `${note('one')} <#it> <https://other.example/says> "kept".`, turtle);
      const was = quad(`${url}#it`, AS.content, text('one'));
      const is = quad(`${url}#it`, AS.content, text('ä "quoted"\n\\ line'));
      await anna().patch(url, { delete: [was], insert: [is] });
      const graph = await graphOf(anna(), url);
      expect(graph.objects(`${url}#it`, AS.content).map(({ value }) => value)).toEqual([
        'ä "quoted"\n\\ line'
      ]);
      expect(graph.text(`${url}#it`, 'https://other.example/says')).toBe('kept');
      expect(await outcome(anna().patch(url, { delete: [was], insert: [] }))).toBe('conflict');
      const more = { delete: [], insert: [quad(`${url}#it`, AS.summary, text('more'))] };
      expect(await outcome(anna().patch(url, more, '"another"'))).toBe('conflict');
      await anna().patch(url, more, (await anna().read(url))?.etag);
    });

    it('come into being by a change, with the folders around them', async () => {
      const url = fresh('deep/er/');
      await anna().patch(url, { insert: [quad(`${url}#it`, RDF.type, iri(AS.Note))], delete: [] });
      expect(await anna().list(`${cast.anna.storage}deep/`)).toEqual([`${cast.anna.storage}deep/er/`]);
      expect(await anna().list(`${cast.anna.storage}deep/er/`)).toEqual([url]);
      const folder = await anna().read(`${cast.anna.storage}deep/er/`);
      expect(folder?.container).toBe(true);
    });

    it('are parsed against their own address, also when they name a neighbour', async () => {
      const url = fresh();
      await anna().patch(url, { insert: [quad(`${url}#it`, AS.to, iri(cast.bob.webId))], delete: [] });
      const graph = await graphOf(anna(), url);
      expect(graph.iris(`${url}#it`, AS.to)).toEqual([cast.bob.webId]);
    });

    it('can be removed, and removing nothing is fine', async () => {
      const url = fresh();
      await anna().create(url, note('one'), turtle);
      await anna().remove(url);
      expect(await outcome(anna().read(url))).toBe('missing');
      expect(await outcome(anna().remove(url))).toBe('ok');
    });

    it.each([
      ['malformed Turtle', '<#it> a .'],
      ['an empty document', ''],
      ['a document with prefixes only', '@prefix as: <https://www.w3.org/ns/activitystreams#>.']
    ])('never hold %s', async (_, body) => {
      const url = fresh();
      expect(await outcome(anna().create(url, body, turtle))).toBe('refused');
      expect(await outcome(anna().replace(url, body, turtle))).toBe('refused');
      expect(await outcome(anna().read(url))).toBe('missing');
    });

    it.each(['.acl', '.acr', '.meta', '.ACL', '%2Eacl', '.%61cl'])(
      'are no rules of access: nothing is written to one beside them that ends in %s',
      async (ending) => {
        const rule = `${fresh()}${ending}`;
        const change = { insert: [quad(`${rule}#x`, RDF.type, iri(`${rule}#y`))], delete: [] };
        expect(await outcome(anna().create(rule, `<#it> a <#thing>.`, turtle))).toBe('refused');
        expect(await outcome(anna().replace(rule, `<#it> a <#thing>.`, turtle))).toBe('refused');
        expect(await outcome(anna().patch(rule, change))).toBe('refused');
        expect(await outcome(anna().remove(rule))).toBe('refused');
      }
    );

    it('do not change by nothing', async () => {
      expect(await outcome(anna().patch(fresh(), { insert: [], delete: [] }))).toBe('refused');
    });
  });

  describe('folders', () => {
    it('that hold something stay', async () => {
      const url = fresh('full/');
      await anna().create(url, note('one'), turtle);
      expect(await outcome(anna().remove(`${cast.anna.storage}full/`))).toBe('conflict');
    });

    it('that are missing are missing, and hold nothing', async () => {
      const folder = `${cast.anna.storage}absent/`;
      expect(await outcome(anna().list(folder))).toBe('missing');
      expect(await outcome(anna().post(folder, note('one'), turtle))).toBe('missing');
    });

    it('take messages under a name of their own', async () => {
      const folder = `${cast.anna.storage}letters/`;
      await anna().setAccess(folder, {
        owner: [cast.anna.webId],
        everyone: [],
        signedIn: ['append'],
        people: {}
      });
      const sent = await Promise.all(
        ['a', 'b'].map((words) => cast.bob.pod.post(folder, note(words), turtle))
      );
      expect(new Set(sent).size).toBe(2);
      expect(await anna().list(folder)).toEqual([...sent].sort());
    });
  });

  describe('pictures', () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);

    it('are what their bytes say', async () => {
      const url = `${cast.anna.storage}things/p${++n}`;
      await anna().create(url, new Blob([png]), 'image/png');
      const blob = await anna().readBlob(url);
      expect([blob.type, blob.size]).toEqual(['image/png', png.length]);
      expect(new Uint8Array(await blob.arrayBuffer())).toEqual(png);
    });

    it('are nothing when they lie', async () => {
      const url = `${cast.anna.storage}things/p${++n}`;
      await anna().create(url, new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']), 'image/png');
      expect((await anna().readBlob(url)).type).toBe('application/octet-stream');
    });

    it('may not be larger than asked for', async () => {
      const url = `${cast.anna.storage}things/p${++n}`;
      await anna().create(url, new Blob([png]), 'image/png');
      expect(await outcome(anna().readBlob(url, { limit: png.length - 1 }))).toBe('broken');
      expect(await outcome(anna().readBlob(url, { limit: png.length }))).toBe('ok');
    });

    it('are no documents', async () => {
      const url = `${cast.anna.storage}things/p${++n}`;
      await anna().create(url, new Blob([png]), 'image/png');
      expect(await outcome(anna().read(url))).toBe('broken');
    });
  });

  describe('who is asked', () => {
    it('tells restricted documents from open ones', async () => {
      const open = fresh('window/');
      const everyone: Access = { owner: [cast.anna.webId], everyone: ['read'], signedIn: [], people: {} };
      await anna().setAccess(`${cast.anna.storage}window/`, everyone);
      await anna().create(open, note('one'), turtle);
      expect((await anna().read(open))?.restricted).toBe(false);
      expect((await anna().read(open, { as: 'me' }))?.restricted).toBe(false);
      expect((await cast.nobody.read(open))?.restricted).toBe(false);
      const closed = fresh();
      await anna().create(closed, note('one'), turtle);
      expect((await anna().read(closed, { as: 'me' }))?.restricted).toBe(true);
      expect(await outcome(anna().read(closed, { as: 'anyone' }))).toBe('unauthorised');
    });
  });
}
