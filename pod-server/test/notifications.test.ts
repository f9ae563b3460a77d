import { createServer, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { start, type PodServer } from '../dist/start.js';
import { ask, person, type Person } from './harness.ts';

const terms = 'http://www.w3.org/ns/solid/notifications#';
let pods: PodServer;
let ann: Person;
let topic: string;

beforeAll(async () => {
  pods = await start();
  ann = await person(pods.url, 'ann');
  topic = `${ann.storage}public/topic.ttl`;
  await write('<> <urn:n> 0.');
});
afterAll(() => pods.stop());

async function write(body: string): Promise<void> {
  const answer = await ann.fetch(topic, { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body });
  expect(answer.ok).toBe(true);
}

function subscribe(channel: string, extra: object = {}): ReturnType<typeof ask> {
  const body = {
    '@context': ['https://www.w3.org/ns/solid/notification/v1'],
    type: `${terms}${channel}`,
    topic,
    ...extra
  };
  return ask(
    `${pods.url}.notifications/${channel}/`,
    { method: 'POST', headers: { 'content-type': 'application/ld+json' } },
    JSON.stringify(body)
  );
}

/** The text frames of a WebSocket (RFC 6455 §5.2): enough for a server that sends short, whole, unmasked ones. */
function listenTo(address: string): Promise<{ next: () => Promise<string>; socket: Socket }> {
  const url = address.replace(/^ws/, 'http');
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': Buffer.from('0123456789abcdef').toString('base64')
  };
  return new Promise((done, fail) => {
    const asked = request(url, { headers, agent: false });
    asked.on('error', fail);
    asked.on('response', ({ statusCode }) => fail(new Error(`no WebSocket: ${statusCode}`)));
    asked.on('upgrade', (_response, socket: Socket, head: Buffer) => {
      onTestFinished(() => void socket.destroy());
      socket.unshift(head);
      const next = async (): Promise<string> => {
        for (;;) {
          const frame = socket.read() as Buffer | null;
          if (frame) return frame.subarray((frame[1] ?? 0) < 126 ? 2 : 4).toString();
          await new Promise((more) => socket.once('readable', more));
        }
      };
      done({ next, socket });
    });
    asked.end();
  });
}

test('a change reaches a WebSocket', async () => {
  const { status, body } = await subscribe('WebSocketChannel2023');
  expect(status).toBe(200);
  const { next } = await listenTo(JSON.parse(body).receiveFrom);
  await write('<> <urn:n> 1.');
  expect(JSON.parse(await next())).toMatchObject({ type: 'Update', object: topic });
});

test('what one may not read one may not listen to', async () => {
  expect(
    (await subscribe('WebSocketChannel2023', { topic: `${ann.storage}settings/prefs.ttl` })).status
  ).toBe(401);
});

test('a stranger cannot make the server call an address', async () => {
  const calls: string[] = [];
  const victim = createServer((called, response) => {
    calls.push(called.url ?? '');
    response.end();
  });
  await new Promise<void>((done) => victim.listen(0, '127.0.0.1', done));
  onTestFinished(() => new Promise((done) => victim.close(() => done())));
  const sendTo = `http://127.0.0.1:${(victim.address() as AddressInfo).port}/called`;

  expect((await subscribe('WebhookChannel2023', { sendTo })).status).toBeGreaterThanOrEqual(400);
  const disguised = { type: `${terms}WebhookChannel2023`, sendTo };
  expect((await subscribe('WebSocketChannel2023', disguised)).status).toBeGreaterThanOrEqual(400);
  expect((await subscribe('WebSocketChannel2023', { sendTo })).status).toBeGreaterThanOrEqual(400);
  const own = await subscribe('WebSocketChannel2023');
  const { next } = await listenTo(JSON.parse(own.body).receiveFrom);
  await write('<> <urn:n> 2.');
  // Once the event arrived where it may go, a call would have been made as well.
  await next();
  expect(calls).toEqual([]);
});

test('the description of the space names no webhooks', async () => {
  const { body } = await ask(`${ann.storage}.well-known/solid`, { headers: { accept: 'text/turtle' } });
  expect(body).toContain('WebSocketChannel2023');
  expect(body.toLowerCase()).not.toContain('webhook');
});
