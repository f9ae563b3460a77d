import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Demo people move into an empty folder only, never in among real ones. Noted before the server writes anything, so
 * that an interrupted first start goes on.
 * @param {string} data
 */
export async function demoWanted(data) {
  const marker = join(data, '.internal', 'hearth-demo.json');
  if (existsSync(marker)) return true;
  if ((await readdir(data)).length > 0) return false;
  await mkdir(join(data, '.internal'), { recursive: true });
  await writeFile(marker, JSON.stringify({ begun: new Date().toISOString() }));
  return true;
}
