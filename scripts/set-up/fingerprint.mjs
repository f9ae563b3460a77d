import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', 'build', '.svelte-kit', '.git', 'data', 'test-results']);

/**
 * All files below the given files and folders, sorted, without what is made by builds.
 * @param {string} path
 * @returns {Promise<string[]>}
 */
async function filesBelow(path) {
  const info = await stat(path).catch(() => undefined);
  if (!info) return [];
  if (!info.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => !SKIPPED.has(name)).sort();
  return (await Promise.all(names.map((name) => filesBelow(join(path, name))))).flat();
}

/**
 * One value for the content of files: equal means nothing to do.
 * @param {string} root
 * @param {readonly string[]} inputs files and folders, relative to root
 */
export async function fingerprint(root, inputs) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const input of inputs) {
    for (const file of await filesBelow(join(root, input)))
      hash.update(file.slice(root.length)).update(await readFile(file));
  }
  return hash.digest('hex');
}
