import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { signIn } from '../dist/account.js';
import { ask, cli, folder, password, person, server, type Person } from './harness.ts';

const text = { 'content-type': 'text/plain' };

/** 1 MB in which every line says which version it is: a mixture or a piece of one shows. */
const version = (n: number | string): string => `version ${n} `.padEnd(64, '.').concat('\n').repeat(16_384);
const versionOf = (body: string): string =>
  body === version(/^version (\S+)/.exec(body)?.[1] ?? '') ? 'whole' : 'damaged';

interface Half {
  /** Half of it has left. */
  sent: Promise<void>;
  hangUp(): void;
  closed: Promise<void>;
}

/** Starts an upload that promises everything and sends half. */
async function sendHalf(who: Person, url: string, body: string): Promise<Half> {
  const headers = {
    ...text,
    'content-length': Buffer.byteLength(body),
    ...(await who.fetch.headersFor('PUT', url))
  };
  const upload = request(url, { method: 'PUT', headers, agent: false });
  const closed = new Promise<void>((done) => upload.once('close', done).once('error', () => done()));
  const sent = new Promise<void>((done) => upload.write(body.slice(0, body.length / 2), () => done()));
  return { sent, closed, hangUp: () => upload.destroy() };
}

async function breakOff(who: Person, url: string, body: string): Promise<void> {
  const half = await sendHalf(who, url, body);
  await half.sent;
  half.hangUp();
  await half.closed;
}

test('an upload that breaks off leaves the old document whole', async () => {
  const data = await folder();
  const pods = await server({ data });
  const ann = await person(pods.url, 'ann');
  const url = `${ann.storage}public/film.txt`;
  for (let round = 0; round < 10; round++) {
    const old = version(`${round}-old`);
    expect((await ann.fetch(url, { method: 'PUT', headers: text, body: old })).status).toBe(
      round ? 205 : 201
    );
    await breakOff(ann, url, version(`${round}-new`));
    expect((await ask(url)).body === old).toBe(true);
  }
  await expect.poll(() => readdir(join(data, '.internal', 'tempFiles'))).toEqual([]);
});

test('an upload that breaks off creates nothing', async () => {
  const pods = await server({ data: await folder() });
  const ann = await person(pods.url, 'ann');
  await breakOff(ann, `${ann.storage}public/new.txt`, version('new'));
  expect((await ask(`${ann.storage}public/new.txt`)).status).toBe(404);
});

test('killed while it writes, it keeps each document whole', { timeout: 120_000 }, async () => {
  const data = await folder();
  const unfinished = (): Promise<string[]> => readdir(join(data, '.internal', 'tempFiles'));
  let pods = await cli('--data', data, '--port', '0');
  const { port } = new URL(pods.url);
  const { webId, storage } = await person(pods.url, 'ann');
  const at = (name: string): string => `${storage}public/${name}.txt`;
  const [halves, wholes] = [
    ['a', 'b', 'c'],
    ['d', 'e', 'f', 'g']
  ];

  for (let round = 0; round < 3; round++) {
    const fetch = await signIn(pods.url, { email: 'ann@people.example', password, webId });
    const put = (name: string, n: number): Promise<Response> =>
      fetch(at(name), { method: 'PUT', headers: text, body: version(n) });
    for (const answer of await Promise.all([...halves, ...wholes].map((name) => put(name, round))))
      expect(answer.ok).toBe(true);
    // Three uploads are half there, four more race; the first of these to be done is the signal.
    await Promise.all(
      halves.map((name) => sendHalf({ webId, storage, fetch }, at(name), version(round + 100)))
    );
    await expect.poll(unfinished, { timeout: 20_000 }).toHaveLength(halves.length);
    const racing = wholes.map((name) => put(name, round + 100));
    const settled = Promise.allSettled(racing);
    await Promise.race(racing);
    pods.process.kill('SIGKILL');
    await Promise.all([settled, pods.ended]);
    expect((await unfinished()).length).toBeGreaterThanOrEqual(halves.length);

    pods = await cli('--data', data, '--port', port);
    expect(await unfinished()).toEqual([]);
    for (const name of halves) expect((await ask(at(name))).body === version(round)).toBe(true);
    for (const name of wholes) expect([name, versionOf((await ask(at(name))).body)]).toEqual([name, 'whole']);
  }
});

test('a slow upload is not cut off by the lock', async () => {
  const pods = await server({ data: await folder() });
  const ann = await person(pods.url, 'ann');
  const url = `${ann.storage}public/slow.txt`;
  const body = version('slow');
  const headers = {
    ...text,
    'content-length': Buffer.byteLength(body),
    ...(await ann.fetch.headersFor('PUT', url))
  };
  const begun = Date.now();
  const status = await new Promise<number | undefined>((done, fail) => {
    const sent = request(url, { method: 'PUT', headers, agent: false }, (response) => {
      response.resume();
      done(response.statusCode);
    });
    sent.on('error', fail);
    // A trickle that lasts longer than the 6 s after which the stock server gives up.
    const size = Math.ceil(body.length / 16);
    const next = (at: number): void => {
      if (at >= body.length) sent.end();
      else sent.write(body.slice(at, at + size), () => setTimeout(next, 450, at + size));
    };
    next(0);
  });
  expect(Date.now() - begun).toBeGreaterThan(6500);
  expect(status).toBe(201);
  expect((await ask(url)).body === body).toBe(true);
});
