import { Parser } from 'n3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { start, type PodServer } from '../dist/start.js';
import { ask, password, person, type Person } from './harness.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPerson } from '../dist/account.js';

const turtle = { 'content-type': 'text/turtle' };

describe.each(['memory', 'files'])('documents in %s', (kind) => {
  let data: string;
  let pods: PodServer;
  let ann: Person;

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'hearth-test-'));
    pods = await start({ data, memory: kind === 'memory' });
    ann = await person(pods.url, 'ann');
  });
  afterAll(async () => {
    await pods.stop();
    await rm(data, { recursive: true, force: true });
  });

  const put = (path: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
    ann.fetch(ann.storage + path, { method: 'PUT', headers: { ...turtle, ...headers }, body });

  test('of twenty who create one document at a time, one succeeds', async () => {
    const tries = Array.from({ length: 20 }, (_, n) =>
      put('public/new.ttl', `<> <urn:n> ${n}.`, { 'if-none-match': '*' })
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array.from({ length: 19 }, () => 412)]);
  });

  test('a change needs the ETag of what is there', async () => {
    await put('public/changing.ttl', '<> <urn:n> 1.');
    const url = `${ann.storage}public/changing.ttl`;
    const old = (await ask(url, { headers: { accept: 'text/turtle' } })).headers.etag ?? '';
    expect(old).not.toBe('');
    expect((await put('public/changing.ttl', '<> <urn:n> 2.', { 'if-match': old })).status).toBe(205);
    expect((await put('public/changing.ttl', '<> <urn:n> 3.', { 'if-match': old })).status).toBe(412);
    expect((await ask(url, { headers: { accept: 'text/turtle' } })).body).toContain('2');
  });

  test('what did not change is not sent again', async () => {
    await put('public/same.ttl', '<> <urn:n> 1.');
    const headers = { accept: 'text/turtle' };
    const first = await ask(`${ann.storage}public/same.ttl`, { headers });
    const second = await ask(`${ann.storage}public/same.ttl`, {
      headers: { ...headers, 'if-none-match': first.headers.etag ?? '' }
    });
    expect([first.status, second.status, second.body]).toEqual([200, 304, '']);
    expect(second.headers['cache-control']).toBe('no-cache');
  });

  test('eight writers of one document lose nothing', async () => {
    await put('public/many.ttl', '');
    const patch = (n: string): string =>
      `@prefix solid: <http://www.w3.org/ns/solid/terms#>. _:p a solid:InsertDeletePatch; solid:inserts { <#${n}> <urn:p> "${n}" }.`;
    const writer = async (who: number): Promise<number[]> => {
      const statuses: number[] = [];
      for (let n = 0; n < 5; n++) {
        const body = patch(`w${who}-${n}`);
        const headers = { 'content-type': 'text/n3' };
        statuses.push(
          (await ann.fetch(`${ann.storage}public/many.ttl`, { method: 'PATCH', headers, body })).status
        );
      }
      return statuses;
    };
    const statuses = (await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(writer))).flat();
    expect(new Set(statuses)).toEqual(new Set([205]));
    const { body } = await ask(`${ann.storage}public/many.ttl`, { headers: { accept: 'text/turtle' } });
    expect(new Parser().parse(body)).toHaveLength(40);
  });

  test('letters beyond ASCII arrive whole, put or patched', async () => {
    const body =
      '@prefix solid: <http://www.w3.org/ns/solid/terms#>. _:p a solid:InsertDeletePatch; solid:inserts { <#a> <urn:p> "Grüße 🌻 из дома" }.';
    const url = `${ann.storage}public/letters.ttl`;
    await put('public/letters.ttl', '<#b> <urn:p> "ÄÖÜ".');
    expect(
      (await ann.fetch(url, { method: 'PATCH', headers: { 'content-type': 'text/n3' }, body })).status
    ).toBe(205);
    const read = await ask(url, { headers: { accept: 'text/turtle' } });
    expect(new Parser({ baseIRI: url }).parse(read.body).map(({ object }) => object.value)).toEqual(
      expect.arrayContaining(['Grüße 🌻 из дома', 'ÄÖÜ'])
    );
    expect(Number(read.headers['content-length'] ?? Buffer.byteLength(read.body))).toBe(
      Buffer.byteLength(read.body)
    );
  });

  test.each([
    'internal/quads',
    'Internal/*;q=1',
    'text/turtle;q=0.1, internal/quads',
    'a/b',
    'text/turtle;q=x',
    'nonsense'
  ])('reading as %s leaves no lock behind', async (accept) => {
    const url = `${ann.storage}public/wished.ttl`;
    await put('public/wished.ttl', '<#a> <urn:p> 1.');
    const { status } = await ask(url, { headers: { accept } });
    expect(status).toBeLessThan(502);
    const begun = performance.now();
    expect((await put('public/wished.ttl', '<#a> <urn:p> 2.')).status).toBe(205);
    expect(performance.now() - begun).toBeLessThan(6000);
  });

  test('a taken handle or address is a sentence, not a crash', async () => {
    const again = { name: 'Ann', handle: 'ann', email: 'other@people.example', password };
    await expect(createPerson(pods.url, again)).rejects.toMatchObject({
      name: 'AccountProblem',
      status: 400
    });
    const same = { ...again, handle: 'else', email: 'ann@people.example' };
    await expect(createPerson(pods.url, same)).rejects.toMatchObject({
      message: 'There already is a login for this e-mail address.'
    });
  });
});
