import { readFile } from 'node:fs/promises';
import { readArguments, usage, type Arguments } from './arguments.ts';
import { setPassword } from './set-password.ts';
import { start, type Seed } from './start.ts';

/**
 * Community Solid Server decides by throwing: each request makes dozens of errors that nobody prints, and collecting
 * their stacks is a quarter of its work. This process is the server's alone, so nothing else loses its stacks.
 */
Error.stackTraceLimit = 0;

async function serve({ seed, client, ...options }: Arguments): Promise<void> {
  const seeds = seed ? (JSON.parse(await readFile(seed, 'utf8')) as Seed[]) : [];
  const server = await start({ ...options, clientOrigin: client, seed: seeds });
  console.log(`Spaces are at ${server.url}`);
  const end = (): void => {
    server.stop().then(() => process.exit(0), fail);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

async function run(): Promise<void> {
  const given = readArguments(process.argv.slice(2));
  if (given.command === 'help') console.log(usage);
  else if (given.command === 'set-password') await setPassword(given);
  else await serve(given);
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

run().catch(fail);
