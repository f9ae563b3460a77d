import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartProblem, systemCode } from './problem.ts';

/**
 * Claims a data folder for this server: locks are kept in memory (document-lock.ts), so two servers on one folder
 * would overwrite each other's work. The claim is a socket with a name made from the path; unlike a file with a process
 * number it cannot outlive a killed process, or be taken for another one's after a restart of the machine.
 * @param folder absolute path @returns what gives the folder free again
 * @throws StartProblem (`folder`) when another server of this machine holds it
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const name = `hearth-${createHash('sha256').update(folder).digest('hex').slice(0, 20)}`;
  const socket = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
  const release = (await hold(socket)) ?? ((await isHeld(socket)) ? undefined : await retake(socket));
  if (release) return release;
  throw new StartProblem(
    'folder',
    `The folder ${folder} is in use by another space server: stop that one first.`
  );
}

/** Undefined when something has that name already. */
function hold(socket: string): Promise<(() => Promise<void>) | undefined> {
  const server = createServer((visitor) => visitor.destroy());
  server.unref();
  return new Promise((done, fail) => {
    server.once('error', (error) => (systemCode(error) === 'EADDRINUSE' ? done(undefined) : fail(error)));
    server.listen(socket, () => done(() => new Promise((freed) => server.close(() => freed()))));
  });
}

/** The name of a process that was killed stays behind, but nobody answers there. */
function isHeld(socket: string): Promise<boolean> {
  return new Promise((answer) => {
    const visit = connect(socket, () => visit.destroy());
    visit.once('connect', () => answer(true));
    visit.once('error', (error) => answer(!['ECONNREFUSED', 'ENOENT'].includes(systemCode(error))));
  });
}

async function retake(socket: string): Promise<(() => Promise<void>) | undefined> {
  await rm(socket, { force: true });
  return hold(socket);
}
