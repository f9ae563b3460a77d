import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveApp } from '../../scripts/serve/serve-app.mjs';
import { nextVersion } from './next-version.ts';
import { root, test as base, type World } from './world.ts';

/** Both servers of an installation, that a test may stop, start again and bring a new version to. */
export class Installation {
  world!: World;
  #app: { stop(): Promise<void> } | undefined;
  #pods: { stop(): Promise<void> } | undefined;
  #folder = join(root, 'build');
  readonly #rubbish: string[] = [];

  static async begin(): Promise<Installation> {
    const made = new Installation();
    made.world = { app: '', pods: '', data: await made.#temporary('pods') };
    await made.startPods();
    await made.startApp();
    return made;
  }

  async startPods(): Promise<void> {
    const { start } = await import(join(root, 'pod-server/dist/start.js'));
    const server = await start({ port: portOf(this.world.pods), data: this.world.data });
    this.#pods = server;
    this.world = { ...this.world, pods: server.url };
  }

  async startApp(): Promise<void> {
    const { app, pods } = this.world;
    const server = await serveApp({ folder: this.#folder, port: portOf(app), pods });
    this.#app = server;
    this.world = { ...this.world, app: server.url };
  }

  async stopPods(): Promise<void> {
    await this.#pods?.stop();
    this.#pods = undefined;
  }

  async stopApp(): Promise<void> {
    await this.#app?.stop();
    this.#app = undefined;
  }

  /** The same origin serves a new version, and no file of the old one. Answers the new version. */
  async deploy(): Promise<string> {
    const folder = await this.#temporary('build');
    const version = await nextVersion(this.#folder, folder);
    await this.stopApp();
    this.#folder = folder;
    await this.startApp();
    return version;
  }

  async end(): Promise<void> {
    await this.stopApp();
    await this.stopPods();
    for (const folder of this.#rubbish)
      await rm(folder, { recursive: true, force: true, maxRetries: 9, retryDelay: 200 });
  }

  async #temporary(what: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), `hearth-e2e-${what}-`));
    this.#rubbish.push(folder);
    return folder;
  }
}

const portOf = (url: string): number => (url ? Number(new URL(url).port) : 0);

export const test = base.extend<{ installation: Installation }>({
  installation: async ({ browserName: _ }, use) => {
    const installation = await Installation.begin();
    await use(installation);
    await installation.end();
  }
});
