import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { serveApp } from '../../scripts/serve/serve-app.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The real server and the built client, on ports of their own, empty. */
export interface World {
  /** The client's origin, with its slash. */
  readonly app: string;
  /** The spaces' origin, with its slash. */
  readonly pods: string;
  /** Where the server keeps them. */
  readonly data: string;
}

export const test = base.extend<object, { world: World }>({
  world: [
    async ({ browserName: _ }, use) => {
      const { start } = await import(join(root, 'pod-server/dist/start.js'));
      const data = await mkdtemp(join(tmpdir(), 'hearth-e2e-'));
      const pods = await start({ port: 0, data });
      const app = await serveApp({ folder: join(root, 'build'), port: 0, pods: pods.url });
      await use({ app: app.url, pods: pods.url, data });
      await app.stop();
      await pods.stop();
      await rm(data, { recursive: true, force: true, maxRetries: 9, retryDelay: 200 });
    },
    { scope: 'worker' }
  ]
});

export { expect } from '@playwright/test';
