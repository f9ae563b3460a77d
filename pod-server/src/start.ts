import type { RequestListener, Server } from 'node:http';
import { resolve } from 'node:path';
import { prepareDataFolder } from './data-folder.ts';
import { claimFolder } from './folder-claim.ts';
import { listen } from './listen.ts';
import { sow, type Seed } from './seed.ts';
import { wire } from './wiring.ts';

export { StartProblem, type ProblemCode } from './problem.ts';
export type { Seed } from './seed.ts';

export interface StartOptions {
  /** 0 (the default) takes any free port. */
  port?: number;
  /** Where to listen. Without it: both loopback addresses and nothing else. */
  host?: string;
  /** The address people see; `http://localhost:<port>/` unless given. */
  baseUrl?: string;
  /** Folder that keeps everything; created where it is missing. */
  data?: string;
  /** Keeps everything in memory; so does a start without `data`. */
  memory?: boolean;
  /** Accounts to create where they do not exist yet. */
  seed?: Seed[];
  /** The one origin whose pages may use the account cookie, e.g. `https://app.example`. */
  clientOrigin?: string;
}

export interface PodServer {
  /** Base URL, with the slash at its end. */
  url: string;
  /** Lets requests under way end (for a second), then closes everything; the port and the folder are free again. */
  stop(): Promise<void>;
}

/**
 * Starts a Solid server in this process; several may run side by side. Resolves once it answers.
 * @throws StartProblem with one sentence fit to be shown: port taken, folder not writable or in use, not built
 */
export async function start(options: StartOptions = {}): Promise<PodServer> {
  const undo: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { url: await launch(options, undo), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Answers the base URL; what must be undone at the end goes into `undo` as soon as it is done. */
async function launch(options: StartOptions, undo: (() => Promise<void>)[]): Promise<string> {
  let root: string | undefined;
  if (options.data && !options.memory) {
    // Claimed before it is swept: another server's uploads under way lie in what gets swept.
    undo.push(await claimFolder(resolve(options.data)));
    root = await prepareDataFolder(options.data);
  }
  // The port is bound before the server is wired, because every address in it holds the port's number.
  const listening = await listen(options.port ?? 0, options.host);
  undo.push(() => listening.close());
  const open = holdRequests(listening.servers);
  const baseUrl = new URL(options.baseUrl ?? `http://localhost:${listening.port}/`).href;
  const url = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
  const parts = wire({ baseUrl: url, root, clientOrigin: options.clientOrigin });
  await parts.App.start();
  undo.splice(-1, 0, () => parts.App.stop());
  await sow(options.seed ?? [], parts);
  await open((server) => parts.ServerConfigurator.handleSafe(server));
  return url;
}

/** Answers 503 until the server is up. The answer of this function swaps that for the real thing. */
function holdRequests(
  servers: readonly Server[]
): (attach: (server: Server) => Promise<void>) => Promise<void> {
  const busy: RequestListener = (_request, response) => {
    response.writeHead(503, { 'Retry-After': '1' }).end();
  };
  for (const server of servers) server.on('request', busy);
  return async (attach) => {
    for (const server of servers) {
      await attach(server);
      server.off('request', busy);
    }
  };
}
