import { WebSocket } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { start } from '../../../../pod-server/dist/start.js';
import { guardedFetch } from '../guarded-fetch.ts';
import { outcome } from '../outcome.testing.ts';
import { realCast } from '../real-cast.testing.ts';
import { channelsContract } from './channels.contract.ts';
import { HttpChannels } from './http-channels.ts';

// Node 20 has no WebSocket of its own.
beforeAll(() => void vi.stubGlobal('WebSocket', WebSocket));
afterAll(() => void vi.unstubAllGlobals());

describe('channels on the bundled server', () => {
  channelsContract(async () => realCast(await start({ memory: true })));
});

describe('what servers may answer', () => {
  const answers = new Map<string, () => Response>();
  const asked: string[] = [];
  afterEach(() => {
    answers.clear();
    asked.length = 0;
  });
  const at = (url: string, body: string, init: ResponseInit = {}) =>
    answers.set(url, () => new Response(init.status === 404 ? null : body, init));
  const network: typeof fetch = async (input, init) => {
    const url = String(input);
    asked.push(`${init?.method ?? 'GET'} ${url}`);
    return answers.get(url)?.() ?? new Response(null, { status: 404 });
  };
  const channels = new HttpChannels({ fetch: guardedFetch({ fetch: network }) });
  const topic = 'https://bob.example/space/feed/recent.ttl';
  const turtle = { headers: { 'content-type': 'text/turtle' } };
  const offer = (storage: string, type = 'WebSocketChannel2023') =>
    `<${storage}> a <http://www.w3.org/ns/pim/space#Storage>;
     <http://www.w3.org/ns/solid/notifications#subscription> <https://bob.example/sub>.
     <https://bob.example/sub> <http://www.w3.org/ns/solid/notifications#channelType>
     <http://www.w3.org/ns/solid/notifications#${type}>.`;
  const link = { link: '</described>; rel="http://www.w3.org/ns/solid/terms#storageDescription"' };

  it('finds a service by the link of the document', async () => {
    at(topic, '', { headers: link });
    at('https://bob.example/described', offer('https://bob.example/space/'), turtle);
    expect(await channels.find(topic)).toEqual({
      storage: 'https://bob.example/space/',
      url: 'https://bob.example/sub'
    });
  });

  it('finds it at its usual place when the document links nowhere', async () => {
    at('https://bob.example/space/.well-known/solid', offer('https://bob.example/space/'), turtle);
    expect((await channels.find(topic)).url).toBe('https://bob.example/sub');
  });

  it.each([
    ['another kind of channel', offer('https://bob.example/space/', 'WebhookChannel2023')],
    ['a description of another storage', offer('https://bob.example/other/')],
    ['no Turtle', '<html>']
  ])('takes %s for none', async (_, body) => {
    at(topic, '', { headers: link });
    at('https://bob.example/described', body, turtle);
    expect(await channels.find(topic)).toEqual({ storage: 'https://bob.example/space/', url: undefined });
  });

  it('does not take a silent network for an answer', async () => {
    const away = new HttpChannels({
      fetch: guardedFetch({ fetch: () => Promise.reject(new TypeError('offline')) })
    });
    expect(await outcome(away.find(topic))).toBe('offline');
    answers.set(topic, () => new Response(null, { status: 503 }));
    expect(await outcome(channels.find(topic))).toBe('broken');
  });

  it.each([
    ['no JSON', 'sorry'],
    ['no address', '{"id":"https://bob.example/c"}'],
    ['an address that is none', '{"receiveFrom":7}']
  ])('refuses a subscription that answers %s', async (_, body) => {
    at('https://bob.example/sub', body);
    expect(await outcome(channels.subscribe('https://bob.example/sub', topic))).toBe('refused');
  });

  it.each([
    'ws://bob.example/c',
    'wss://127.0.0.1/c',
    'wss://10.0.0.1/c',
    'wss://router.lan/c',
    'wss://me:secret@bob.example/c',
    'https://bob.example/c',
    'javascript:alert(1)',
    'wss://'
  ])('never opens %s', async (receiveFrom) => {
    const opened = vi.fn();
    vi.stubGlobal('WebSocket', opened);
    const ended: string[] = [];
    channels.listen({ receiveFrom }, topic, {
      opened: () => ended.push('opened'),
      heard: () => ended.push('heard'),
      ended: (why) => ended.push(why)
    });
    await vi.waitFor(() => expect(ended).toEqual(['refused']), { timeout: 5_000 });
    expect(opened).not.toHaveBeenCalled();
    vi.stubGlobal('WebSocket', WebSocket);
  });
});
