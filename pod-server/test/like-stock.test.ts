import { afterAll, beforeAll, expect, test } from 'vitest';
import { start, type PodServer } from '../dist/start.js';
import { startStock } from '../dist/stock.js';
import { ask, folderForFile, freePort, person, type Answer, type Person } from './harness.ts';

/**
 * The short ways of this server (as-stored.ts, turtle-to-quads.ts, the direct route to content) must not show: the
 * same requests to an unchanged Community Solid Server, file by file and type by type, get the same answers.
 */
const files = [
  ['a.ttl', 'text/turtle', '@prefix x: <urn:x:>. <#a> x:p "ä", 1, <b>.'],
  ['b.jsonld', 'application/ld+json', '{"@id":"#a","urn:p":"x"}'],
  ['c.json', 'application/json', '{"a":1}'],
  ['d.html', 'text/html', '<p>hi</p>'],
  ['e.md', 'text/markdown', '# hi'],
  ['f.png', 'image/png', 'not really'],
  ['g.txt', 'text/plain; charset=utf-8', 'hi']
] as const;
const wishes = [
  undefined,
  '*/*',
  'text/turtle',
  'text/turtle;q=0.9, */*;q=0.1',
  'application/ld+json',
  'application/ld+json, text/turtle;q=0.5',
  'text/html,application/xhtml+xml,*/*;q=0.8',
  'application/n-quads',
  'application/json',
  'image/*',
  'text/*;q=0.5, text/plain;q=0.4',
  'application/x-unknown'
];

let sides: { server: PodServer; owner: Person }[];

beforeAll(async () => {
  const [data, stockData] = [await folderForFile(), await folderForFile()];
  const servers = [
    await start({ data }),
    await startStock({ port: await freePort(), config: 'file', data: stockData })
  ];
  sides = await Promise.all(
    servers.map(async (server) => ({ server, owner: await person(server.url, 'ann') }))
  );
  for (const { owner } of sides) {
    for (const [name, type, body] of files) {
      const answer = await owner.fetch(`${owner.storage}same/${name}`, {
        method: 'PUT',
        headers: { 'content-type': type },
        body
      });
      expect([name, answer.status]).toEqual([name, 201]);
    }
  }
}, 120_000);
afterAll(() => Promise.all(sides.map(({ server }) => server.stop())));

/** What must be equal: without what names the host, the time, or is ours on purpose. */
function essence({ status, headers, body }: Answer, base: string): object {
  const kept = [
    'content-type',
    'content-range',
    'allow',
    'accept-patch',
    'accept-put',
    'accept-post',
    'wac-allow',
    'location'
  ];
  const own = (text: string): string =>
    text
      .replaceAll(base, 'BASE/')
      .replaceAll(/\d{10,13}/g, 'TIME')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME');
  return {
    status,
    // The pages of an error differ in what our pods have and stock pods have not.
    body: status < 400 ? own(unframed(body)) : '',
    etag: headers.etag ? own(headers.etag) : undefined,
    headers: kept.map((name) => [name, own(String(headers[name]))])
  };
}

/** Notes in Markdown are shown within a page, which is of our making (pages.test.ts); what it holds is the same. */
function unframed(body: string): string {
  const framed = /^<!doctype html>[\s\S]*\/\.well-known\/css\/[\s\S]*?<main>([\s\S]*)<\/main>/i.exec(body);
  return framed?.[1]?.trim() ?? body;
}

async function both(
  path: string,
  method = 'GET',
  headers: Record<string, string> = {},
  body?: string
): Promise<object[]> {
  const answers = [];
  for (const { server, owner } of sides) {
    const url = owner.storage + path;
    const signed = { ...headers, ...(await owner.fetch.headersFor(method, url)) };
    answers.push(essence(await ask(url, { method, headers: signed }, body), server.url));
  }
  return answers;
}

test.each(['', ...files.map(([name]) => name), 'a.ttl.meta', '.meta', 'missing.ttl'])(
  'GET same/%s',
  async (name) => {
    const pairs = wishes.map(async (accept) => {
      // A folder is listed in the order of the disk.
      const path = name === '' && !accept?.startsWith('application/n-quads') ? 'same/c.json' : `same/${name}`;
      return { accept, answers: await both(path, 'GET', accept === undefined ? {} : { accept }) };
    });
    for (const { accept, answers } of await Promise.all(pairs)) {
      const [ours, stock] = answers;
      expect({ accept, ...ours }).toEqual({ accept, ...stock });
    }
  }
);

test('other methods', { timeout: 120_000 }, async () => {
  const n3 = (text: string): string =>
    `@prefix solid: <http://www.w3.org/ns/solid/terms#>. _:p a solid:InsertDeletePatch; ${text}.`;
  const requests: [path: string, method: string, headers?: Record<string, string>, body?: string][] = [
    ['same/a.ttl', 'HEAD'],
    ['same/a.ttl', 'OPTIONS'],
    ['same/g.txt', 'GET', { range: 'bytes=0-0' }],
    ['same/a.ttl', 'PATCH', { 'content-type': 'text/n3' }, n3('solid:inserts { <#n> <urn:p> "é" }')],
    ['same/a.ttl', 'PATCH', { 'content-type': 'text/n3' }, n3('solid:deletes { <#not> <urn:p> "there" }')],
    [
      'same/a.ttl',
      'PATCH',
      { 'content-type': 'application/sparql-update' },
      'INSERT DATA { <#s> <urn:p> 2 }'
    ],
    [
      'same/b.jsonld',
      'PATCH',
      { 'content-type': 'application/sparql-update' },
      'INSERT DATA { <#s> <urn:p> 2 }'
    ],
    [
      'same/g.txt',
      'PATCH',
      { 'content-type': 'application/sparql-update' },
      'INSERT DATA { <#s> <urn:p> 2 }'
    ],
    ['same/a.ttl', 'GET', { accept: 'text/turtle' }],
    ['same/b.jsonld', 'GET', { accept: 'application/ld+json' }],
    ['same/new.ttl', 'PATCH', { 'content-type': 'text/n3' }, n3('solid:inserts { <#n> <urn:p> "é" }')],
    ['same/new.ttl', 'GET', { accept: 'text/turtle' }],
    ['same/broken.ttl', 'PUT', { 'content-type': 'text/turtle' }, '<a> <b>'],
    ['same/', 'POST', { 'content-type': 'text/turtle', slug: 'posted.ttl' }, '<> <urn:p> 1.'],
    ['same/g.txt', 'PUT', { 'content-type': 'text/plain', 'if-none-match': '*' }, 'x'],
    ['same/', 'DELETE'],
    ['same/g.txt', 'DELETE'],
    ['same/g.txt', 'GET'],
    ['', 'DELETE'],
    ['.well-known/solid', 'OPTIONS'],
    ['x/favicon.ico', 'GET'],
    ['same/a.ttl?query', 'GET', { accept: 'text/turtle' }]
  ];
  for (const [path, method, headers, body] of requests) {
    const [ours, stock] = await both(path, method, headers, body);
    expect({ path, method, ...ours }).toEqual({ path, method, ...stock });
  }
});
