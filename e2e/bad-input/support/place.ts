import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostileServer } from '#lib/solid/hostile-server.ts';
import { start } from '../../../pod-server/dist/start.js';
import { serveApp } from '../../../scripts/serve/serve-app.mjs';
import { root } from '../../support/world.ts';
import { openGate, type Gate } from './gate.ts';

/** The real server behind a gate, the built client, and a hostile server for what the gate is told to spoil. */
export interface Place {
  readonly app: string;
  readonly pods: string;
  readonly gate: Gate;
  stop(): Promise<void>;
}

export async function openPlace(): Promise<Place> {
  const data = await mkdtemp(join(tmpdir(), 'hearth-bad-input-'));
  const hostile = await hostileServer();
  const gate = await openGate(hostile.origin);
  const port = await freePort();
  const server = await start({ port, data, baseUrl: gate.url });
  gate.real = `http://localhost:${port}`;
  const app = await serveApp({ folder: join(root, 'build'), port: 0, pods: gate.url });
  return {
    app: app.url,
    pods: gate.url,
    gate,
    async stop() {
      await app.stop();
      await gate.stop();
      await server.stop();
      await hostile.stop();
      await rm(data, { recursive: true, force: true, maxRetries: 9, retryDelay: 200 });
    }
  };
}

/** One that was free a moment ago: the server's public address is the gate's, so it does not tell its own. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}
