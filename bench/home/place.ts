import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import type { Bench } from '../doors.ts';
import { startBundled } from '../servers/bundled.ts';

/** The bundled server, the built client, and a real browser. */
export interface Place {
  readonly app: string;
  readonly pods: string;
  /** Where the server keeps its files. */
  readonly data: string;
  readonly browser: Browser;
}

/** For as long as `work` takes. `more` are arguments of the server. */
export async function withPlace<T>(
  bench: Bench,
  work: (place: Place) => Promise<T>,
  { pods, more = [] }: { pods?: string; more?: readonly string[] } = {}
): Promise<T> {
  const data = await mkdtemp(join(bench.scratch, 'home-'));
  const server = await startBundled(bench.root, data, more);
  const seen = pods ?? server.url;
  const app = await bench.serveApp({ folder: join(bench.root, 'build'), port: 0, pods: seen });
  const browser = await bench.openBrowser();
  try {
    return await work({ app: app.url, pods: seen, data, browser });
  } finally {
    await browser.close();
    await app.stop();
    await server.stop();
  }
}
