import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { start } from '../dist/start.js';
import { ask, folder, person, run, server } from './harness.ts';

const portOf = (url: string): number => Number(new URL(url).port);
const addresses = Object.values(networkInterfaces()).flatMap((found) => found ?? []);

/** 'open' or the code of the refusal. */
function knock(host: string, port: number): Promise<string> {
  return new Promise((done) => {
    const socket = connect({ host, port, timeout: 3000 }, () => socket.destroy(new Error('open')));
    socket.on('timeout', () => socket.destroy(new Error('silent')));
    socket.on('error', (error) => done('code' in error ? String(error.code) : error.message));
  });
}

test('answers on both loopback addresses and on no other', async () => {
  const { url } = await server();
  for (const { address, internal, scopeid } of addresses) {
    const host = scopeid ? `${address}%${scopeid}` : address;
    const heard = await knock(host, portOf(url));
    if (internal) expect([address, heard]).toEqual([address, 'open']);
    else expect([address, heard]).not.toEqual([address, 'open']);
  }
  expect(await knock('127.0.0.1', portOf(url))).toBe('open');
});

test('listens elsewhere when it is told to', async () => {
  const { url } = await server({ host: '0.0.0.0' });
  for (const { address } of addresses.filter(({ family }) => family === 'IPv4')) {
    expect([address, await knock(address, portOf(url))]).toEqual([address, 'open']);
  }
});

test('says in a sentence that the port is taken', async () => {
  const port = portOf((await server()).url);
  await expect(start({ port })).rejects.toMatchObject({
    name: 'StartProblem',
    code: 'port-taken',
    message: `Port ${port} is already in use by another program: stop that program, or choose another port.`
  });
  const command = await run(['--memory', '--port', String(port)]);
  expect(command).toMatchObject({
    code: 1,
    complaint: expect.stringMatching(/^Port \d+ is already in use.*\.\n$/)
  });
});

test('says in a sentence that the folder cannot be used, and frees the port', async () => {
  const file = join(await folder(), 'file');
  await writeFile(file, '');
  const port = portOf((await server()).url) + 1;
  const data = join(file, 'data');
  await expect(start({ port, data })).rejects.toMatchObject({
    code: 'folder',
    message: `The folder ${data} cannot be used for people's data: a file stands in its way.`
  });
  await server({ port });
});

test('lets only one server use a folder, until it stops', async () => {
  const data = await folder();
  const first = await start({ data });
  await expect(start({ data })).rejects.toMatchObject({
    code: 'folder',
    message: expect.stringContaining('in use')
  });
  await first.stop();
  await server({ data });
});

test('keeps what was written over a restart, and seeds once', async () => {
  const data = await folder();
  const seed = [
    {
      email: 'ann@people.example',
      password: 'long enough',
      pods: [{ name: 'ann', settings: { name: 'Ann Weber' } }]
    }
  ];
  const first = await start({ data, seed });
  const card = await ask(`${first.url}ann/profile/card`);
  expect(card.body).toContain('foaf:name "Ann Weber"');
  await first.stop();
  const again = await server({ port: portOf(first.url), data, seed });
  expect((await ask(`${again.url}ann/profile/card`)).body).toBe(card.body);
});

test('two servers in one process know nothing of each other', async () => {
  const [one, two] = [await server({ memory: true }), await server({ data: await folder() })];
  const [ann, ben] = [await person(one.url, 'ann'), await person(two.url, 'ben')];
  expect((await ask(ann.webId)).status).toBe(200);
  expect((await ask(ben.webId)).status).toBe(200);
  expect((await ask(`${two.url}ann/profile/card`)).status).toBe(401);
  expect((await ann.fetch(ann.storage, { method: 'HEAD' })).status).toBe(200);
  await one.stop();
  expect((await ask(ben.webId)).status).toBe(200);
});

test('stops while streams are open, and gives the port back', async () => {
  const first = await start();
  const ann = await person(first.url, 'ann');
  const stream = await fetch(
    `${first.url}.notifications/StreamingHTTPChannel2023/${encodeURIComponent(ann.webId.split('#')[0] ?? '')}`
  );
  expect(stream.status).toBe(200);
  await first.stop();
  await server({ port: portOf(first.url) });
  await stream.text().catch((error: unknown) => expect(error).toBeInstanceOf(TypeError));
});

test('refuses what it does not understand on the command line', async () => {
  expect(await run(['--port', 'http'])).toMatchObject({ code: 1, complaint: '"http" is no port number.\n' });
  expect((await run(['--prot', '1'])).code).toBe(1);
  expect(await run(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('set-password') });
});
