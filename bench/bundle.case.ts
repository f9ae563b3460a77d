import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadedFirst } from './bundle/loaded-first.ts';
import type { Bench } from './doors.ts';
import { row, type Row } from './row.ts';

const PAGES = [
  { route: '/', name: 'welcome', limit: 45 },
  { route: '/home', name: 'home', limit: 110 },
  { route: '/chats/view', name: 'chat', limit: 120 }
];

/** Scripts loaded before the first paint, gzip, against constants; Comunica must not be among them. */
export async function bundle(bench: Bench): Promise<Row[]> {
  const build = join(bench.root, 'build');
  const rows: Row[] = [];
  const all = new Map<string, string>();
  for (const { route, name, limit } of PAGES) {
    const files = await loadedFirst(build, route);
    let bytes = 0;
    for (const file of files) {
      const code = await readFile(join(build, file));
      bytes += gzipSync(code, { level: 9 }).byteLength;
      all.set(file, code.toString());
    }
    const size = bytes / 1000;
    bench.say(`bundle: ${name} loads ${files.length} files, ${size.toFixed(1)} kB gzip`);
    rows.push(row('bundle', `${name}: kB before the first paint / ${limit} kB`, size / limit, '<= 1'));
  }
  // Its own names for its parts ("@comunica/...") survive minifying.
  const foreign = [...all].filter(([, code]) => code.includes('@comunica/')).map(([file]) => file);
  if (foreign.length) bench.say(`bundle: Comunica is in ${foreign.join(', ')}`);
  rows.push(row('bundle', 'files with Comunica before the first paint', foreign.length, '<= 0'));
  return rows;
}
