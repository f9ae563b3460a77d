import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What `--json` prints. */
export interface Ready {
  app: string;
  pods: string;
  people: { name: string; webId: string; email: string; password: string }[];
}

/** `npm start` as its own process, with what it said so far. */
export interface Run {
  readonly out: string;
  readonly err: string;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  signal(name: 'SIGINT' | 'SIGKILL'): void;
  /** Resolves as soon as it is so; fails when the program ends before, with what it said. */
  until(isSo: () => boolean, what: string): Promise<void>;
}

/** Takes what is to be done when something is over: a test, or all tests of a file. */
export type AtEnd = (step: () => Promise<void>) => void;

/** A folder that goes with the test, or with the tests of the file (`atEnd`). */
export async function folder(atEnd: AtEnd = onTestFinished): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'hearth-start-'));
  atEnd(() => rm(path, { recursive: true, force: true }));
  return path;
}

/**
 * Runs scripts/start.mjs as somebody at a terminal would: without what Vitest puts into the environment. It ends
 * with the test at the latest, or with those of the file (`atEnd`).
 */
export function start(
  args: readonly string[],
  { node = [], atEnd = onTestFinished }: { node?: readonly string[]; atEnd?: AtEnd } = {}
): Run {
  const { NODE_ENV: _node, VITEST: _vitest, NODE_OPTIONS: _options, ...env } = process.env;
  const child = spawn(process.execPath, [...node, join(root, 'scripts/start.mjs'), ...args], {
    cwd: root,
    env
  });
  const said = { out: '', err: '' };
  const looking = new Set<() => void>();
  const look = () => looking.forEach((each) => each());
  child.stdout.on('data', (chunk) => ((said.out += chunk), look()));
  child.stderr.on('data', (chunk) => ((said.err += chunk), look()));
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  atEnd(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    get out() {
      return said.out;
    },
    get err() {
      return said.err;
    },
    ended,
    signal: (name) => void child.kill(name),
    async until(isSo, what) {
      const timer = setInterval(look, 5);
      const seen = new Promise<true>((done) => {
        const each = () => isSo() && done(true);
        looking.add(each);
        each();
      });
      const first = await Promise.race([seen, ended]);
      clearInterval(timer);
      if (first !== true) throw new Error(`It ended (${first}) before ${what}:\n${said.out}\n${said.err}`);
    }
  };
}

/** Started and ready. */
export async function ready(
  args: readonly string[],
  options?: Parameters<typeof start>[1]
): Promise<Run & { told: Ready }> {
  const run = start(['--json', ...args], options);
  await run.until(() => run.out.includes('\n'), 'it was ready');
  return Object.assign(run, { told: JSON.parse(run.out) as Ready });
}
