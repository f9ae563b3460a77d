import { createServer } from 'node:http';
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
