import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Person } from './person.ts';
import { root, test as base, type World } from './world.ts';

/** Somebody else's server: Community Solid Server as it comes, in ACP mode, on a folder of its own. */
export interface Foreign {
  /** The same app, with that server as the place of people's spaces. */
  readonly world: World;
  /** Gone from one moment to the next, as after a power cut. */
  stop(): Promise<void>;
  startAgain(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });

export const test = base.extend<object, { foreign: Foreign }>({
  foreign: [
    async ({ world }, use) => {
      const { startStock } = await import(join(root, 'pod-server/dist/stock.js'));
      const data = await mkdtemp(join(tmpdir(), 'hearth-foreign-'));
      const wish = { port: await freePort(), config: 'file-acp', data };
      let server = await startStock(wish);
      await use({
        world: { app: world.app, pods: server.url, data },
        stop: () => server.stop(),
        startAgain: async () => void (server = await startStock(wish))
      });
      await server.stop();
      await rm(data, { recursive: true, force: true, maxRetries: 9, retryDelay: 200 });
    },
    { scope: 'worker', timeout: 120_000 }
  ]
});

/** An account and a space there, by its own account API: a card with a type and an issuer, and nothing else. */
export async function bareSpace(person: Person): Promise<void> {
  const { createPerson } = await import(join(root, 'pod-server/dist/account.js'));
  const { email, password, handle, world } = person;
  const made = await createPerson(world.pods, { name: '', handle, email, password });
  expect(made).toEqual({ webId: person.webId, storage: person.storage });
}

/** Signs in at a server with the stock pages. */
export async function signInAbroad(person: Person, typed: string, answer: string): Promise<void> {
  const { page, world } = person;
  await person.knock(typed, answer);
  // The stock page names the app by its identifier (ours shows the origin), and its button acts only after that.
  await expect(page.getByText(`${world.app}client.jsonld`)).toBeVisible();
  await person.consent();
  await page.waitForURL(`${world.app}**`);
}
