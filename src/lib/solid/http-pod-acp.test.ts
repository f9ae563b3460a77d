import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { startStock } from '../../../pod-server/dist/stock.js';
import { accessContract } from './access.contract.ts';
import { realCast } from './real-cast.testing.ts';

describe('access on a stock server that speaks ACP', () => {
  accessContract(async () => {
    const data = await mkdtemp(join(tmpdir(), 'hearth-acp-'));
    const server = await startStock({ port: await freePort(), config: 'file-acp', data });
    const stop = async () => {
      await server.stop();
      await rm(data, { recursive: true, force: true });
    };
    return realCast({ url: server.url, stop });
  });
});

/** A port that was free a moment ago: the stock server has to be told one. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
