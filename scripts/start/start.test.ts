import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn } from '../../pod-server/dist/account.js';
import { folder, ready, type Ready, type Run } from './starting.testing.ts';

// The first start in a fresh clone installs and builds; here that is mostly done.
const LONG = 600_000;
const SPACES = ['alice', 'bob', 'carol'];
const portOf = (url: string) => Number(new URL(url).port);

let data: string;
let first: Run & { told: Ready };
const last: (() => Promise<void>)[] = [];
const atEnd = (step: () => Promise<void>) => void last.unshift(step);
afterAll(async () => {
  for (const step of last) await step();
});
beforeAll(async () => {
  data = await folder(atEnd);
  first = await ready(['--port', '0', '--pods-port', '0', '--data', data], { atEnd });
}, LONG);

/** 'open', or how it was refused. */
const knock = (host: string, url: string): Promise<string> =>
  new Promise((done) => {
    const socket = connect({ host, port: portOf(url), timeout: 3000 });
    socket.once('connect', () => (socket.destroy(), done('open')));
    socket.once('timeout', () => (socket.destroy(), done('silent')));
    socket.once('error', (error) => done('code' in error ? String(error.code) : error.message));
  });

/** Everything that is kept of people, by its place and content. */
async function kept(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const inside of [...SPACES, join('.internal', 'accounts', 'data')]) {
    for (const entry of await readdir(join(data, inside), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      found[file] = createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
    }
  }
  return found;
}

it('says one line: where things are and who lives there', () => {
  expect(first.out).toMatch(/^\{[^\n]*\}\n$/);
  const { app, pods, people, ...more } = first.told;
  expect(more).toEqual({});
  expect([app, pods].every((url) => /^http:\/\/localhost:\d+\/$/.test(url))).toBe(true);
  expect(portOf(app)).not.toBe(portOf(pods));
  expect(people).toEqual(
    SPACES.map((handle) => ({
      name: expect.stringMatching(new RegExp(`^${handle} `, 'i')),
      webId: `${pods}${handle}/profile/card#me`,
      email: `${handle}@example.org`,
      password: `${handle}-at-home`
    }))
  );
});

it.each(['', 'home', 'people', 'nothing-of-this-name'])('serves the app at /%s, harmlessly', async (path) => {
  const response = await fetch(first.told.app + path);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('<!doctype html>');
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer'
  });
});

it('says who asks for the sign-in, with its own origin', async () => {
  const { app, pods } = first.told;
  const client = await (await fetch(`${app}client.jsonld`)).json();
  expect(client).toMatchObject({ client_id: `${app}client.jsonld`, redirect_uris: [`${app}auth/callback`] });
  expect(await (await fetch(`${app}config.json`)).json()).toEqual({ pods });
});

it('everybody has a card, a picture and posts, and comes in with their password only', async () => {
  const { pods, people } = first.told;
  for (const { name, webId, email, password } of people) {
    const card = await fetch(webId, { headers: { accept: 'text/turtle' } });
    expect(card.status).toBe(200);
    const text = await card.text();
    expect(text).toContain(`"${name}"`);
    const picture = /public\/pictures\/[\w.]+/.exec(text)?.[0];
    expect((await fetch(new URL(`../${picture}`, webId))).headers.get('content-type')).toBe('image/png');
    const own = await signIn(pods, { webId, email, password });
    const settings = new URL('../settings/subscriptions.ttl', webId);
    expect((await own(settings)).status).toBe(200);
    expect((await fetch(settings)).status).toBe(401);
    await expect(signIn(pods, { webId, email, password: `${password}!` })).rejects.toThrow();
  }
});

it('is open on this computer and to nobody else', async () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .filter(({ internal, scopeid }) => !internal && !scopeid)
    .map(({ address }) => address);
  for (const url of [first.told.app, first.told.pods]) {
    expect(await knock('localhost', url)).toBe('open');
    for (const address of outside) expect([address, await knock(address, url)]).not.toContain('open');
  }
});

it(
  'stops on Ctrl-C, and starts again with the same people, changing nothing',
  async () => {
    const { app, pods, people } = first.told;
    first.signal('SIGINT');
    expect(await first.ended).toBe(0);
    for (const url of [app, pods]) expect(await knock('localhost', url)).toBe('ECONNREFUSED');
    expect(first.out.trim().split('\n')).toHaveLength(1);

    const before = await kept();
    expect(Object.keys(before).length).toBeGreaterThan(30);
    const again = await ready(['--port', '0', '--pods-port', `${portOf(pods)}`, '--data', data]);
    expect(again.told.people).toEqual(people);
    expect(await kept()).toEqual(before);
    expect(again.err).not.toContain('Moving the demo people in');
    const [alice] = people;
    if (!alice) throw new Error('Nobody is there.');
    const own = await signIn(pods, alice);
    expect((await own(new URL('../settings/subscriptions.ttl', alice.webId))).status).toBe(200);
  },
  LONG
);

it(
  'makes nobody when told so, and nobody later among people who may be real',
  async () => {
    const empty = await folder();
    const without = await ready(['--no-demo', '--port', '0', '--pods-port', '0', '--data', empty]);
    const { pods, people } = without.told;
    expect(people).toEqual([]);
    expect((await readdir(empty)).filter((name) => SPACES.includes(name))).toEqual([]);
    without.signal('SIGINT');
    expect(await without.ended).toBe(0);
    const later = await ready(['--port', '0', '--pods-port', `${portOf(pods)}`, '--data', empty]);
    expect(later.told.people).toEqual([]);
  },
  LONG
);
