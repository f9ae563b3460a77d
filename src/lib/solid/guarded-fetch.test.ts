import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { guardedFetch, type GuardedFetch } from './guarded-fetch.ts';
import { hostileServer, type HostileServer } from './hostile-server.ts';
import { PodProblem } from './problem.ts';

let server: HostileServer;
let guarded: GuardedFetch;

const limits = { limit: 100_000, idle: 500, total: 1_200 };

beforeAll(async () => {
  server = await hostileServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  const own = new URL(server.origin).host;
  guarded = guardedFetch({ ...limits, allowsLocal: (url) => url.host === own });
});

const caught = (promise: Promise<unknown>) =>
  promise.then(
    (answer) => answer,
    (error: unknown) => (error instanceof PodProblem ? error.problem : error)
  );

describe('a server that means harm', () => {
  it.each([
    ['/silent', 'slow'],
    ['/endless', 'broken'],
    ['/drip', 'slow'],
    ['/pause', 'slow'],
    ['/announced', 'broken'],
    ['/bomb', 'broken'],
    ['/cut', 'broken'],
    ['/reset', 'offline'],
    ['/noise', 'offline'],
    ['/loop', 'broken'],
    ['/nowhere', 'broken']
  ])('%s ends as %s, in time', async (path, kind) => {
    const begin = Date.now();
    expect(await caught(guarded(server.origin + path))).toMatchObject({ kind, url: server.origin + path });
    expect(Date.now() - begin).toBeLessThan(3 * limits.total);
    expect(guarded.log.at(-1)).toMatchObject({ url: server.origin + path, status: 0, problem: kind });
  });

  it('does not lead us into a private network by a redirect', async () => {
    const within = guardedFetch({
      ...limits,
      allowsLocal: (url) => url.origin === server.origin,
      // What a browser would hand over: the redirect was followed before we are told.
      fetch: async () =>
        Object.defineProperty(new Response('secret'), 'url', { value: 'http://192.168.0.1/' })
    });
    expect(await caught(within(`${server.origin}/inside`))).toMatchObject({ kind: 'unsafe' });
  });

  it('gives up on a fetch that does not even obey its signal', async () => {
    const deaf = guardedFetch({ ...limits, fetch: () => new Promise(() => undefined) });
    expect(await caught(deaf('https://pods.example/'))).toMatchObject({ kind: 'slow' });
  });
});

it('refuses an address before a single byte is sent', async () => {
  const before = server.requests.length;
  const strict = guardedFetch(limits);
  expect(await caught(strict(`${server.origin}/fine`))).toMatchObject({ kind: 'unsafe' });
  expect(server.requests.length).toBe(before);
});

it('hands over answers of every status with their address', async () => {
  const fine = await guarded(`${server.origin}/fine#me`);
  expect([fine.status, fine.url, await fine.text()]).toEqual([
    200,
    `${server.origin}/fine`,
    '<> a <#Thing>.'
  ]);
  const moved = await guarded(new URL(`${server.origin}/moved`));
  expect([moved.status, moved.url, moved.redirected]).toEqual([200, `${server.origin}/fine`, true]);
  expect((await guarded(new Request(`${server.origin}/missing`))).status).toBe(404);
  expect((await guarded(`${server.origin}/empty`)).status).toBe(204);
  expect(guarded.log.map(({ status, bytes }) => [status, bytes])).toEqual([
    [200, 14],
    [200, 14],
    [404, 7],
    [204, 0]
  ]);
});

it('never carries a token to where a redirect points', async () => {
  const before = server.requests.length;
  const via: typeof fetch = (input, init) =>
    fetch(input, { ...init, headers: { authorization: 'DPoP secret' } });
  expect(await caught(guarded(`${server.origin}/moved`, { via }))).toMatchObject({ kind: 'broken' });
  expect(server.requests.slice(before).map(({ url }) => url)).toEqual(['/moved']);
  expect(guarded.log.at(-1)?.signedIn).toBe(true);
});

it('sends no referrer and no cookies, and asks the server each time', async () => {
  const asked: RequestInit[] = [];
  const spying = guardedFetch({
    fetch: async (_, init) => {
      asked.push(init!);
      return new Response();
    }
  });
  await spying('https://pods.example/', { credentials: 'include', cache: 'force-cache' });
  expect(asked[0]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache' });
});

it('asks one origin for at most so many things at once, and all of them in the end', async () => {
  const held: (() => void)[] = [];
  const load = { now: 0, most: 0, all: 0 };
  const slow: typeof fetch = async () => {
    load.all++;
    load.most = Math.max(load.most, ++load.now);
    await new Promise<void>((go) => held.push(go));
    load.now--;
    return new Response('done');
  };
  const patient = guardedFetch({ perOrigin: 3, fetch: slow });
  const asked = Array.from({ length: 20 }, (_, i) => patient(`https://pods.example/${i}`));
  while (load.all < 20 || held.length) {
    held.shift()?.();
    await new Promise((turn) => setImmediate(turn));
  }
  expect((await Promise.all(asked)).length).toBe(20);
  expect(load.most).toBe(3);
});

it('serves others while one origin is silent', async () => {
  const other = await hostileServer();
  const both = guardedFetch({ perOrigin: 1, idle: 500, allowsLocal: () => true });
  const stuck = [1, 2].map(() => caught(both(`${other.origin}/silent`)));
  expect((await both(`${server.origin}/fine`)).status).toBe(200);
  expect(await Promise.all(stuck)).toMatchObject([{ kind: 'slow' }, { kind: 'slow' }]);
  await other.stop();
});

it('lets the caller change its mind', async () => {
  const controller = new AbortController();
  const asking = guarded(`${server.origin}/silent`, { signal: controller.signal });
  controller.abort(new DOMException('left the page', 'AbortError'));
  await expect(asking).rejects.toThrow('left the page');
});
