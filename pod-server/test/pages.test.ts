import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { start, type PodServer } from '../dist/start.js';
import { ask, person } from './harness.ts';

let pods: PodServer;
beforeAll(async () => {
  pods = await start();
  await person(pods.url, 'ann');
});
afterAll(() => pods.stop());

const html = { headers: { accept: 'text/html' } };
const page = (path: string) => ask(pods.url + path, html);
/** What people read: no scripts, no markup. */
const words = (body: string) =>
  body
    .replace(/<(script|svg)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

const logIn = '.account/login/password/';
const consent = '.account/oidc/consent/';
const account = [
  '.account/',
  '.account/login/',
  logIn,
  `${logIn}register/`,
  consent,
  '.account/account/any/',
  '.account/account/any/pod/',
  '.account/account/any/webid/',
  '.account/account/any/client-credentials/',
  '.account/account/any/login/password/'
];

test.each(['', 'ann/', 'ann/public/nothing', '.oidc/auth?client_id=x', 'ann/public/', ...account])(
  'the page /%s is ours, asks nobody else for anything, and does not speak of the stock server',
  async (path) => {
    const { body } = await page(path);
    expect(body).toContain('/hearth/page.css');
    expect(body).toMatch(/<title>[^<]+ · Hearth<\/title>/);
    expect(body).toContain('name="viewport"');
    const loaded = [
      ...body.matchAll(/<(?:link|script|img|iframe|form)\b[^>]*?(?:href|src|action)="([^"]*)"/g)
    ];
    expect(loaded.length).toBeGreaterThan(1);
    for (const [, address = ''] of loaded)
      expect(new URL(address, pods.url).href.startsWith(pods.url)).toBe(true);
    expect(body).not.toMatch(/inrupt|imec|Community Solid Server|raleway|solid\.svg/i);
  }
);

test.each([logIn, consent, `${logIn}register/`, '.account/account/any/', 'ann/', 'ann/public/nothing'])(
  'the page /%s speaks plainly',
  async (path) => {
    expect(words((await page(path)).body)).not.toMatch(
      /\bWeb ?IDs?\b|\bpods?\b|\bclients?\b|\bresource\b|OIDC/i
    );
  }
);

test.each(account)('the account page /%s cannot be framed or taken for something else', async (path) => {
  const { status, headers } = await page(path);
  expect(status).toBe(200);
  expect(headers['content-type']).toMatch(/^text\/html/);
  expect(headers['content-security-policy']).toBe("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('every field has a label, and the buttons their names', async () => {
  for (const path of account) {
    const { body } = await page(path);
    for (const [field] of body.matchAll(/<input\b[^>]*>/g)) {
      const id = /\bid="([^"]+)"/.exec(field)?.[1];
      const labelled = id
        ? body.includes(`<label for="${id}">`)
        : body.includes(`<label class="choice">${field}`);
      expect([path, field, labelled]).toEqual([path, field, true]);
    }
  }
  const [login, asking] = await Promise.all([page(logIn), page(consent)]);
  expect(login.body).toMatch(/<label for="email">Email<[\s\S]*<label for="password">Password</);
  expect(login.body).toMatch(/<button type="submit"[^>]*>Log in</);
  expect(asking.body).toMatch(/<button id="authorize" type="submit"[^>]*>Allow</);
  expect(asking.body).toMatch(/<button id="cancel"[^>]*>Cancel</);
});

test.each(account)('no button on /%s can be pressed before it does something', async (path) => {
  const { body } = await page(path);
  for (const [button] of body.matchAll(/<button\b[^>]*>/g)) expect(button).toContain(' disabled');
});

test('a page of the content area has no script to be refused', async () => {
  for (const path of ['', 'ann/public/', 'ann/public/nothing', 'ann/']) {
    const { body, headers } = await page(path);
    expect(body).not.toContain('<script');
    expect(headers['content-security-policy']).toContain('sandbox');
  }
});

test('what an error page repeats of a request stays text', async () => {
  const { status, body } = await page(
    `.oidc/auth?client_id=x&redirect_uri=${encodeURIComponent('https://evil.example/"><img src=x>')}&response_type=code`
  );
  expect(status).toBe(400);
  expect(body).toContain('evil.example');
  expect(body).not.toMatch(/<img|<a [^>]*evil/);
});

const assets = new URL('../templates/pages/assets/', import.meta.url);
test.each(['page.css', 'controls.css', 'page.js'])(
  'a changed %s gets a new address, since browsers keep the old one for a day',
  async (name) => {
    const hash = createHash('sha256')
      .update(await readFile(new URL(name, assets)))
      .digest('hex')
      .slice(0, 8);
    const link = `.well-known/css/hearth/${name}?v=${hash}`;
    expect((await page(logIn)).body).toContain(link);
    if (name.endsWith('.css')) expect((await page('')).body).toContain(link);
    expect((await ask(pods.url + link)).status).toBe(200);
  }
);

test('the icon is ours', async () => {
  const { status, headers, body } = await ask(`${pods.url}favicon.ico`);
  expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml']);
  expect(body).toBe(await readFile(new URL('icon.svg', assets), 'utf8'));
});

test('the pages have the colours and fonts of the app', async () => {
  const values = (text: string) =>
    new Map(
      [...text.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [
        name,
        value?.replace(/\s+/g, ' ')
      ])
    );
  const own = values(await readFile(new URL('page.css', assets), 'utf8'));
  const app = values(await readFile(new URL('../../src/lib/ui/tokens.css', import.meta.url), 'utf8'));
  expect(own.size).toBeGreaterThan(10);
  for (const [name, value] of own) expect([name, value]).toEqual([name, app.get(name)]);
});

test('the consent page learns where the app lives, and the page does not ask the app for a picture', async () => {
  const redirect = 'https://app.example/back';
  const registration = {
    redirect_uris: [redirect],
    client_name: '<b>Hearth</b>',
    logo_uri: 'https://app.example/x.png'
  };
  const made = await fetch(`${pods.url}.oidc/reg`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(registration)
  });
  const { client_id } = (await made.json()) as { client_id: string };
  const query = new URLSearchParams({
    client_id,
    redirect_uri: redirect,
    response_type: 'code',
    scope: 'openid webid',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256'
  });
  const asked = await ask(`${pods.url}.oidc/auth?${query}`);
  expect(asked.status).toBe(303);
  const cookie = (asked.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ');
  const answer = await ask(pods.url + consent, { headers: { accept: 'application/json', cookie } });
  const said = JSON.parse(answer.body);
  expect(said).toMatchObject({ returnsTo: redirect, client: { client_id, client_name: '<b>Hearth</b>' } });
  const { body } = await page(consent);
  expect(body).not.toMatch(/logo_uri|innerHTML|insertAdjacentHTML/);
});
