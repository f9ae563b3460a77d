import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { request, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, onTestFinished } from 'vitest';
import { createPerson, signIn, type SignedFetch } from '../dist/account.js';
import { start, type PodServer, type StartOptions } from '../dist/start.js';

export const password = 'correct horse battery';

/** A server that ends with the test. */
export async function server(options: StartOptions = {}): Promise<PodServer> {
  const started = await start(options);
  onTestFinished(() => started.stop());
  return started;
}

/** A new folder that goes with the test. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'hearth-test-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** The same, for as long as the tests of the file run. */
export async function folderForFile(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'hearth-test-'));
  afterAll(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** A port that was free a moment ago, for a server that must be told its own. */
export async function freePort(): Promise<number> {
  const probe = await start();
  await probe.stop();
  return Number(new URL(probe.url).port);
}

export interface Person {
  webId: string;
  storage: string;
  fetch: SignedFetch;
}

export async function person(base: string, handle: string, name = handle): Promise<Person> {
  const email = `${handle}@people.example`;
  const made = await createPerson(base, { name, handle, email, password });
  return { ...made, fetch: await signIn(base, { email, password, webId: made.webId }) };
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** One plain request: no redirects, no cookies, and a path that is sent exactly as it is written. */
export function ask(url: string, options: RequestOptions = {}, body?: string): Promise<Answer> {
  return new Promise((done, fail) => {
    const sent = request(url, { agent: false, timeout: 15_000, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString()
        })
      );
    });
    sent.on('timeout', () => sent.destroy(new Error(`${options.method ?? 'GET'} ${url}: no answer`)));
    sent.on('error', fail);
    sent.end(body);
  });
}

export interface Cli {
  process: ChildProcess;
  url: string;
  ended: Promise<void>;
}

const cliFile = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** The server as a process of its own, once it says that it is up. */
export function cli(...args: string[]): Promise<Cli> {
  const child = spawn(process.execPath, [cliFile, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  return new Promise((done, fail) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /http\S+/.exec(line)?.[0];
      if (url) done({ process: child, url, ended });
    });
    child.once('exit', (code) => fail(new Error(`ended with ${code}: ${complaint}`)));
  });
}

/** A command that ends by itself: what it said and how it ended. */
export function run(
  args: string[],
  input = ''
): Promise<{ code: number | null; out: string; complaint: string }> {
  const child = spawn(process.execPath, [cliFile, ...args]);
  let [out, complaint] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  child.stdin.end(input);
  return new Promise((done) => child.once('close', (code) => done({ code, out, complaint })));
}
