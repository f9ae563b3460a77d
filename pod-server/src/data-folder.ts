import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { StartProblem, systemCode } from './problem.ts';

/**
 * Makes `folder` ready to hold people's spaces and answers its absolute path: creates it, sees that it can be written,
 * and sweeps away half-written uploads of a run that was killed.
 * @throws StartProblem (`folder`) with one sentence
 */
export async function prepareDataFolder(folder: string): Promise<string> {
  const path = resolve(folder);
  const probe = join(path, '.internal', `.writable-${process.pid}`);
  try {
    await mkdir(join(path, '.internal'), { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
    await rm(join(path, '.internal', 'tempFiles'), { recursive: true, force: true });
  } catch (error) {
    throw new StartProblem(
      'folder',
      `The folder ${path} cannot be used for people's data: ${reason(error)}.`
    );
  }
  return path;
}

function reason(error: unknown): string {
  switch (systemCode(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'it is not writable for this account';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'a file stands in its way';
    case 'ENOSPC':
      return 'the disk is full';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
