import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Running } from '../doors.ts';

/**
 * Starts the bundled server as its own command does, in a process of its own, and waits until it answers. `startMs`
 * is from the start of the process until it has answered a request, as for the stock one (pod-server/src/stock.ts).
 */
export async function startBundled(
  root: string,
  data: string,
  more: readonly string[] = []
): Promise<Running & { startMs: number }> {
  const begun = performance.now();
  const program = join(root, 'pod-server/dist/cli.js');
  const child = spawn(process.execPath, [program, '--port', '0', '--data', data, ...more], {
    stdio: ['ignore', 'pipe', 'pipe']
  });
  const cut = () => child.kill('SIGKILL');
  // It must not outlive us, however we end.
  process.once('exit', cut);
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = async () => {
    process.off('exit', cut);
    child.kill('SIGTERM');
    const patience = setTimeout(cut, 5_000);
    await ended;
    clearTimeout(patience);
  };
  let said = '';
  const url = await new Promise<string>((done, fail) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /at (http:\S+)/.exec(said)?.[1];
      if (address) done(address);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`The bundled server ended with code ${code}:\n${said}`)));
  });
  await (await fetch(url)).text();
  return { url, pid: child.pid, startMs: performance.now() - begun, stop };
}
