import { afterAll, beforeAll, expect, test } from 'vitest';
import { areaOf } from '../dist/paths.js';
import { start, type PodServer } from '../dist/start.js';
import { ask, password, person, server, type Person } from './harness.ts';

let pods: PodServer;
let ann: Person;

beforeAll(async () => {
  pods = await start();
  ann = await person(pods.url, 'ann');
});
afterAll(() => pods.stop());

test.each([
  ['page.html', 'text/html', '<script>fetch("/.account/")</script>'],
  ['image.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['note.txt', 'text/plain', '<script>alert(1)</script>']
])('an uploaded %s can do nothing on this origin', async (name, type, body) => {
  const url = `${ann.storage}public/${name}`;
  expect((await ann.fetch(url, { method: 'PUT', headers: { 'content-type': type }, body })).status).toBe(201);
  // These are sent as they stand here; the server finds the same page behind each.
  for (const path of [
    `/ann/public/${name}`,
    `/.account/../ann/public/${name}`,
    `//ann/public/${name}`,
    `/.account//../ann/public/${name}`
  ]) {
    const { headers } = await ask(pods.url, { path });
    expect(headers['x-content-type-options']).toBe('nosniff');
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toEqual(expect.arrayContaining(['sandbox', "default-src 'none'"]));
    expect(policy.join()).not.toContain('script');
  }
});

test('a folder named like the own pages gives content no way round', async () => {
  const body = '<script>alert(1)</script>';
  for (const name of ['.account', '.oidc']) {
    const url = `${ann.storage}public/${name}/page.html`;
    expect(
      (await ann.fetch(url, { method: 'PUT', headers: { 'content-type': 'text/html' }, body })).status
    ).toBe(201);
    for (const path of [
      `/ann/public/${name}/page.html`,
      `//ann/public/../public/${name}/page.html`,
      `//ann//${name}/`
    ]) {
      expect([path, (await ask(pods.url, { path })).headers['content-security-policy']]).toEqual([
        path,
        expect.stringContaining('sandbox')
      ]);
    }
  }
});

test('an error about content carries the same headers', async () => {
  for (const path of ['ann/nothing', 'ann/public/nothing.html', 'nobody/']) {
    const { status, headers } = await ask(pods.url + path, { headers: { accept: 'text/html' } });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(headers['content-security-policy']).toContain('sandbox');
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

test.each(['.account/', '.account/login/password/', '.account/login/password/register/'])(
  'the own page /%s keeps its scripts, and cannot be framed',
  async (path) => {
    const page = await ask(pods.url + path, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect(page.body).toContain('<script');
    expect(page.headers['content-security-policy']).toBe("frame-ancestors 'none'");
  }
);

test('a forgotten password is no dead end', async () => {
  const api = JSON.parse(
    (await ask(`${pods.url}.account/`, { headers: { accept: 'application/json' } })).body
  );
  expect(Object.keys(api.controls.password)).toEqual(['login']);
  expect(Object.keys(api.controls.html.password).sort()).toEqual(['login', 'register']);
});

test.each([
  ['/ann/', 'content'],
  ['/', 'content'],
  ['//.account/', 'account'],
  ['/.account//../ann/page.html', 'content'],
  ['/.account/%2e%2e//ann/page.html', 'content'],
  ['/.account/%252e%252e/ann/', 'account'],
  ['/.account', 'content'],
  ['/%2eaccount/', 'account'],
  ['/.account/..%2fann/', 'account'],
  ['/.account/%2e%2e/ann/', 'content'],
  ['/.account\\..\\ann/', 'content'],
  ['//ann/.account/page.html', 'content'],
  ['//ann/.oidc/page.html', 'content'],
  ['http://elsewhere.example/.account/', 'content'],
  ['/ann/.account/', 'content'],
  ['/.account/x', 'account'],
  ['/.oidc/auth', 'server'],
  ['/.well-known/css/styles/main.css', 'server'],
  ['/.well-known/solid', 'content'],
  [undefined, 'content']
])('%s is %s', (url, area) => {
  expect(areaOf(url, 'http://localhost:3001/')).toBe(area);
});

test('a page elsewhere may read what a client needs', async () => {
  const { headers } = await ask(ann.webId, { headers: { origin: 'https://app.example' } });
  expect(headers['access-control-allow-origin']).toBe('https://app.example');
  const exposed = String(headers['access-control-expose-headers']).toLowerCase().split(',');
  const needed = [
    'etag',
    'link',
    'location',
    'wac-allow',
    'accept-patch',
    'updates-via',
    'date',
    'last-modified',
    'content-length'
  ];
  expect(exposed).toEqual(expect.arrayContaining(needed));
});

test('a preflight allows every method and header, and is kept', async () => {
  const { status, headers } = await ask(`${ann.storage}public/x.ttl`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://app.example',
      'access-control-request-method': 'PATCH',
      'access-control-request-headers': 'authorization,dpop,content-type,if-match,if-none-match,slug,link'
    }
  });
  expect(status).toBe(204);
  expect(headers['access-control-allow-methods']).toContain('PATCH');
  expect(headers['access-control-allow-headers']).toContain('dpop');
  expect(headers['access-control-max-age']).toBe('7200');
});

/** What a browser would send for `fetch(login, { method: 'POST', credentials: 'include' })` on a page of `origin`. */
async function signInFrom(origin: string, base: string): Promise<{ cookies: boolean; cookie: string }> {
  const url = `${base}.account/login/password/`;
  const preflight = await ask(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type'
    }
  });
  const body = JSON.stringify({ email: 'ann@people.example', password });
  const headers = { origin, 'content-type': 'application/json', accept: 'application/json' };
  const answer = await ask(url, { method: 'POST', headers }, body);
  expect(answer.status).toBe(200);
  const allowed = [preflight, answer].map(
    (part) => part.headers['access-control-allow-credentials'] === 'true'
  );
  expect(allowed[0]).toBe(allowed[1]);
  return { cookies: allowed[0] === true, cookie: String(answer.headers['set-cookie']) };
}

test('only a page we know may use the account cookie', async () => {
  const near = await signInFrom('http://localhost:5173', pods.url);
  expect(near.cookies).toBe(true);
  expect(near.cookie).toMatch(/^css-account=.*SameSite=Lax/);
  for (const far of [
    'https://evil.example',
    'http://localhost.evil.example',
    'null',
    'http://192.168.1.9:5173'
  ]) {
    expect([far, (await signInFrom(far, pods.url)).cookies]).toEqual([far, false]);
  }
});

test('with the client named, no other page of this machine is trusted', async () => {
  const named = await server({ clientOrigin: 'http://localhost:5173' });
  await person(named.url, 'ann');
  expect((await signInFrom('http://localhost:5173', named.url)).cookies).toBe(true);
  expect((await signInFrom('http://localhost:5174', named.url)).cookies).toBe(false);
  expect((await signInFrom(new URL(named.url).origin, named.url)).cookies).toBe(true);
});
