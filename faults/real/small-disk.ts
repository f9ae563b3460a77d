import { execFile, execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A disk of its own, small enough to be filled. */
export interface SmallDisk {
  readonly folder: string;
  fill(): void;
  empty(): void;
  close(): void;
}

const SIZE = '96m';
const CHUNK = Buffer.alloc(1 << 20);

/** Mounts one at this folder; undefined where this account may not (only root may, on Linux). */
export async function smallDisk(folder: string): Promise<SmallDisk | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const mount = promisify(execFile)('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=700`, 'tmpfs', folder]);
  // In a container root may be forbidden to.
  if (
    !(await mount.then(
      () => true,
      () => false
    ))
  )
    return undefined;
  const ballast = join(folder, '.ballast');
  let mounted = true;
  const close = () => {
    if (!mounted) return;
    mounted = false;
    // Lazily: a server that was killed a moment ago may still be in there.
    execFileSync('umount', ['-l', folder]);
  };
  process.once('exit', close);
  return {
    folder,
    fill() {
      const file = openSync(ballast, 'a');
      try {
        for (;;) writeSync(file, CHUNK);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      } finally {
        closeSync(file);
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    close
  };
}
