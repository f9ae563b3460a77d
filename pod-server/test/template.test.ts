import { DataFactory, Parser, Store } from 'n3';
import { beforeAll, afterAll, expect, test } from 'vitest';
import { start, type PodServer } from '../dist/start.js';
import { podValues } from '../dist/pod-template.js';
import { ask, person, type Person } from './harness.ts';

const { namedNode } = DataFactory;
const ns = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  ldp: 'http://www.w3.org/ns/ldp#',
  pim: 'http://www.w3.org/ns/pim/space#',
  solid: 'http://www.w3.org/ns/solid/terms#',
  dct: 'http://purl.org/dc/terms/'
};
const odd = 'Ann "the\\Smith" O\'Neil <b>&amp;</b>\n🌻';

let pods: PodServer;
let ann: Person;
let ben: Person;

beforeAll(async () => {
  pods = await start();
  [ann, ben] = [await person(pods.url, 'ann', odd), await person(pods.url, 'ben')];
});
afterAll(() => pods.stop());

async function read(path: string): Promise<Store> {
  const url = ann.storage + path;
  const response = await ann.fetch(url, { headers: { accept: 'text/turtle' } });
  expect([path, response.status]).toEqual([path, 200]);
  return new Store(new Parser({ baseIRI: url }).parse(await response.text()));
}

const objects = (store: Store, subject: string, predicate: string): string[] =>
  store.getObjects(namedNode(subject), namedNode(predicate), null).map(({ value }) => value);

test('the profile says who, where and how to reach', async () => {
  const card = await read('profile/card');
  const { storage, webId } = ann;
  expect(webId).toBe(`${storage}profile/card#me`);
  const said = {
    [`${ns.rdf}type`]: [`${ns.foaf}Person`],
    [`${ns.foaf}name`]: [odd],
    [`${ns.vcard}fn`]: [odd],
    [`${ns.solid}oidcIssuer`]: [pods.url],
    [`${ns.pim}storage`]: [storage],
    [`${ns.ldp}inbox`]: [`${storage}inbox/`],
    [`${ns.pim}preferencesFile`]: [`${storage}settings/prefs.ttl`],
    [`${ns.solid}publicTypeIndex`]: [`${storage}settings/publicTypeIndex.ttl`]
  };
  for (const [term, value] of Object.entries(said))
    expect([term, objects(card, webId, term)]).toEqual([term, value]);
  expect(objects(card, `${storage}profile/card`, `${ns.foaf}primaryTopic`)).toEqual([webId]);
});

test.each([
  ['settings/prefs.ttl', [`${ns.pim}ConfigurationFile`]],
  ['settings/publicTypeIndex.ttl', [`${ns.solid}TypeIndex`, `${ns.solid}ListedDocument`]],
  ['settings/privateTypeIndex.ttl', [`${ns.solid}TypeIndex`, `${ns.solid}UnlistedDocument`]]
])('%s is what SolidOS expects, and dated', async (path, types) => {
  const document = await read(path);
  expect(objects(document, ann.storage + path, `${ns.rdf}type`).sort()).toEqual([...types].sort());
  const [created] = document.getObjects(namedNode(ann.storage + path), namedNode(`${ns.dct}created`), null);
  expect(Math.abs(Date.now() - Date.parse(created?.value ?? ''))).toBeLessThan(120_000);
});

test('the preferences name both type indexes', async () => {
  const prefs = await read('settings/prefs.ttl');
  for (const which of ['public', 'private']) {
    expect(objects(prefs, ann.webId, `${ns.solid}${which}TypeIndex`)).toEqual([
      `${ann.storage}settings/${which}TypeIndex.ttl`
    ]);
  }
});

test('without a name the handle serves', async () => {
  expect((await ask(ben.webId, { headers: { accept: 'text/turtle' } })).body).toContain('foaf:name "ben"');
});

test('the root holds its four folders and nothing else, and is a storage', async () => {
  const root = await read('');
  const held = ['inbox/', 'profile/', 'public/', 'settings/'].map((name) => ann.storage + name);
  expect(objects(root, ann.storage, `${ns.ldp}contains`).sort()).toEqual(held);
  expect((await ann.fetch(ann.storage, { method: 'HEAD' })).headers.get('link')).toContain(
    `<${ns.pim}Storage>; rel="type"`
  );
});

test.each([
  // path, anyone, somebody else who is signed in
  ['', 401, 403],
  ['inbox/', 401, 403],
  ['settings/', 401, 403],
  ['settings/prefs.ttl', 401, 403],
  ['settings/privateTypeIndex.ttl', 401, 403],
  ['profile/.acl', 401, 403],
  ['anything-new', 401, 403],
  ['settings/publicTypeIndex.ttl', 200, 200],
  ['profile/', 200, 200],
  ['profile/card', 200, 200],
  ['public/', 200, 200]
])('reading %j: anyone %i, another person %i', async (path, anyone, another) => {
  expect((await ask(ann.storage + path)).status).toBe(anyone);
  expect((await ben.fetch(ann.storage + path)).status).toBe(another);
});

test('what is put into profile/ and public/ is readable by all, into a new folder by nobody', async () => {
  const headers = { 'content-type': 'text/plain' };
  for (const [path, status] of [
    ['profile/a', 200],
    ['public/a/b', 200],
    ['private/a', 401]
  ] as const) {
    expect((await ann.fetch(ann.storage + path, { method: 'PUT', headers, body: 'x' })).status).toBe(201);
    expect([path, (await ask(ann.storage + path)).status]).toEqual([path, status]);
  }
});

test('the inbox takes messages of people who are signed in, and shows them to its owner only', async () => {
  const message = {
    method: 'POST',
    headers: { 'content-type': 'text/turtle' },
    body: '<> a <urn:x:Message>.'
  };
  const sent = await ben.fetch(`${ann.storage}inbox/`, message);
  expect(sent.status).toBe(201);
  const url = sent.headers.get('location') ?? '';
  expect((await ask(`${ann.storage}inbox/`, message, message.body)).status).toBe(401);
  expect((await ann.fetch(url)).status).toBe(200);
  // Neither read nor change it: Append is for the folder, not for what lies in it.
  const add = {
    method: 'PATCH',
    headers: { 'content-type': 'application/sparql-update' },
    body: 'INSERT DATA { <#a> <#b> <#c> }'
  };
  const tries = [{}, { ...message, method: 'PUT' }, add, { method: 'DELETE' }];
  for (const attempt of tries) expect((await ben.fetch(url, attempt)).status).toBe(403);
});

test('nothing outside the spaces can be written or listed', async () => {
  const headers = { 'content-type': 'text/plain' };
  expect((await ben.fetch(`${pods.url}new.txt`, { method: 'PUT', headers, body: 'x' })).status).toBe(403);
  expect((await ben.fetch(`${pods.url}carol/x.txt`, { method: 'PUT', headers, body: 'x' })).status).toBe(403);
  const front = await ask(pods.url);
  expect(front.headers['content-type']).toBe('text/html');
  expect(front.body).not.toContain('ann');
  expect((await ben.fetch(`${pods.url}.internal/accounts/`)).status).toBe(403);
});

test('a value cannot break out of its place in the Turtle', () => {
  const values = podValues(
    {
      base: { path: 'https://pods.example/x/' },
      webId: 'https://id.example/a>b#me',
      name: '". <#me> <urn:evil> "\u0000'
    },
    new Date(0)
  );
  expect(values).toMatchObject({
    created: '1970-01-01T00:00:00.000Z',
    person: 'https://id.example/a%3Eb#me',
    displayName: '\\". <#me> <urn:evil> \\"\\u0000'
  });
});
