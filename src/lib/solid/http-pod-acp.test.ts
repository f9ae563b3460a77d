import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { startStock } from '../../../pod-server/dist/stock.js';
import { accessContract } from './access.contract.ts';
import { freePort } from './free-port.testing.ts';
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
