import { createPerson, signIn as fetchAs } from '../../pod-server/dist/account.js';
import { expect, logIn, test } from './support/bad-input.ts';

const account = { email: 'uma@example.org', password: 'a-password-at-home' };
const SCRIPT = `document.title = 'RAN'; fetch('/.account/', { credentials: 'include' }); location.hash = 'RAN';`;
const FILES = [
  {
    name: 'page.html',
    type: 'text/html',
    body: `<title>calm</title><p>words</p><img src=x onerror="${SCRIPT}"><script>${SCRIPT}</script>`
  },
  {
    name: 'drawing.svg',
    type: 'image/svg+xml',
    body: `<svg xmlns="http://www.w3.org/2000/svg" onload="${SCRIPT}"><script>${SCRIPT}</script><text y="20">words</text></svg>`
  },
  {
    name: 'page.xhtml',
    type: 'application/xhtml+xml',
    body: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>calm</title></head><body><p>words</p><script>${SCRIPT}</script></body></html>`
  },
  { name: 'text.txt', type: 'text/plain', body: `words<script>${SCRIPT}</script>` }
];

test('HTML and SVG that somebody keeps in their space: shown, but no script runs and no cookie is theirs', async ({
  browser,
  place
}) => {
  const { webId, storage } = await createPerson(place.pods, { name: 'Uma', handle: 'uma', ...account });
  const own = await fetchAs(place.pods, { ...account, webId });
  const context = await browser.newContext();
  const page = await context.newPage();
  try {
    await test.step('she has the account cookie of the server', async () => {
      await page.goto(`${place.pods}.account/login/password/`);
      await logIn(page, account);
      await expect.poll(async () => (await context.cookies(place.pods)).length).toBeGreaterThan(0);
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));

    for (const { name, type, body } of FILES)
      await test.step(name, async () => {
        const address = `${storage}profile/${name}`;
        const access = `<#a> a <http://www.w3.org/ns/auth/acl#Authorization>;
          <http://www.w3.org/ns/auth/acl#agentClass> <http://xmlns.com/foaf/0.1/Agent>;
          <http://www.w3.org/ns/auth/acl#agent> <${webId}>; <http://www.w3.org/ns/auth/acl#accessTo> <${address}>;
          <http://www.w3.org/ns/auth/acl#mode> <http://www.w3.org/ns/auth/acl#Read>, <http://www.w3.org/ns/auth/acl#Write>, <http://www.w3.org/ns/auth/acl#Control>.`;
        const put = async (url: string, of: string, text: string) =>
          expect((await own(url, { method: 'PUT', headers: { 'content-type': of }, body: text })).ok).toBe(
            true
          );
        await put(address, type, body);
        await put(`${address}.acl`, 'text/turtle', access);
        // What the account's own page still asks is not the file's.
        await page.goto('about:blank');
        asked.length = 0;
        await page.goto(address);
        await expect(page.getByText('words')).toBeVisible();
        expect(await page.title()).not.toBe('RAN');
        expect(page.url()).toBe(address);
        expect(asked.filter((url) => url.includes('.account'))).toEqual([]);
        // An origin of its own: not even code that somehow ran there would see the cookie or the storage.
        expect(await page.evaluate(() => origin)).toBe('null');
        const cookie = page.evaluate(() => document.cookie);
        await expect(cookie).rejects.toThrow(/sandboxed/);
      });
  } finally {
    await context.close();
  }
});
