import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PodServer } from './start.ts';

export interface StockWish {
  port: number;
  /** A configuration of Community Solid Server by its name: `default` (memory, WAC), `file` (WAC), `file-acp` (ACP). */
  config?: 'default' | 'file' | 'file-acp';
  /** Folder for the file configurations. */
  data?: string;
}

/**
 * Starts an unchanged Community Solid Server in a process of its own, on 127.0.0.1: the foreign server of the stories,
 * and the measure of the benchmark. `startMs` is from the start of the process until it answers (about ten seconds).
 * @throws Error with the last lines it wrote when it ends before it is ready
 */
export function startStock({
  port,
  config = 'default',
  data = ''
}: StockWish): Promise<PodServer & { startMs: number }> {
  const begun = performance.now();
  const child = fork(
    fileURLToPath(new URL('./stock-child.js', import.meta.url)),
    [JSON.stringify({ port, config, data })],
    {
      silent: true,
      // With NODE_ENV=test, as under Vitest, it looks for Jest (openid-library.ts).
      env: { ...process.env, NODE_ENV: 'production', JEST_WORKER_ID: undefined }
    }
  );
  let said = '';
  const note = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-2000);
  };
  child.stdout?.on('data', note);
  child.stderr?.on('data', note);
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return new Promise((done, fail) => {
    child.once('message', () =>
      done({
        url: `http://localhost:${port}/`,
        startMs: performance.now() - begun,
        async stop() {
          child.kill('SIGKILL');
          await ended;
        }
      })
    );
    child.once('exit', (code) => fail(new Error(`The stock server ended with code ${code}:\n${said}`)));
  });
}
