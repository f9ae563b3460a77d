import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** The bundled server in a process of its own, which can be killed and comes back to the same folder and address. */
export interface Killable {
  readonly running: boolean;
  readonly pid: number | undefined;
  /** Resolves once it answers; rejects with its own words when it ends instead. */
  start(): Promise<void>;
  /** With SIGKILL: it saves nothing and says goodbye to nobody. Resolves when it is dead. */
  kill(): Promise<void>;
}

/** `url`: what people call it. @param root the project's folder */
export function killable(root: string, wish: { port: number; url: string; data: string }): Killable {
  let child: ChildProcess | undefined;
  const cut = () => child?.kill('SIGKILL');
  // It must not outlive us, however we end.
  process.on('exit', cut);
  return {
    get running() {
      return child !== undefined;
    },
    get pid() {
      return child?.pid;
    },
    async start() {
      const { port, url, data } = wish;
      const program = join(root, 'pod-server/dist/cli.js');
      const args = [program, '--port', String(port), '--base-url', url, '--data', data];
      // Community Solid Server asks for jest where NODE_ENV is "test", unless this says otherwise.
      const env = { ...process.env, JEST_WORKER_ID: '' };
      const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
      child = started;
      let said = '';
      await new Promise<void>((done, fail) => {
        const listen = (chunk: Buffer) => {
          // What it says later is read too, or it would wait for us one day.
          said = (said + chunk.toString()).slice(-4_000);
          if (/Spaces are at/.test(said)) done();
        };
        started.stdout.on('data', listen);
        started.stderr.on('data', listen);
        started.once('error', fail);
        started.once('exit', (code) => {
          if (child === started) child = undefined;
          fail(new Error(`The server ended with code ${code}: ${said}`));
        });
      });
    },
    async kill() {
      const dying = child;
      if (!dying) return;
      child = undefined;
      const dead = new Promise<void>((done) => dying.once('exit', () => done()));
      dying.kill('SIGKILL');
      await dead;
    }
  };
}
