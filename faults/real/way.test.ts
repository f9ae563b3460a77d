import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { DEVICE, openWay } from './way.ts';

it('is quiet in the end, also behind a server that never answers', async () => {
  const silent = createServer(() => {});
  await new Promise<void>((done) => silent.listen(0, 'localhost', done));
  const way = await openWay((silent.address() as AddressInfo).port, 50);
  await expect(fetch(way.url, { headers: { [DEVICE]: '1' } })).rejects.toThrow();
  await way.quiet();
  expect(way.under).toBe(0);
  expect(way.counts).toMatchObject({ 'never answered': 1 });
  await way.close();
  silent.closeAllConnections();
  silent.close();
});

it('is quiet in the end, also when the device hung up before the answer', async () => {
  let took = (_: ServerResponse) => {};
  const taken = new Promise<ServerResponse>((resolve) => (took = resolve));
  const slow = createServer((asked, answer) => void (asked.url === '/slow' ? took(answer) : answer.end()));
  await new Promise<void>((done) => slow.listen(0, 'localhost', done));
  const way = await openWay((slow.address() as AddressInfo).port);
  const tab = new AbortController();
  const asking = fetch(`${way.url}slow`, { headers: { [DEVICE]: '1' }, signal: tab.signal });
  const answer = await taken;
  tab.abort();
  await expect(asking).rejects.toThrow();
  // Somebody else's request comes and goes: by then the way knows.
  await (await fetch(way.url)).text();
  expect(way.under).toBe(1);
  answer.end('too late');
  await way.quiet();
  expect(way.under).toBe(0);
  await way.close();
  slow.closeAllConnections();
  slow.close();
});
