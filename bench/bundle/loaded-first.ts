import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/**
 * The script files a page loads before it can paint: SvelteKit's entry, its two standing pieces (root layout and error
 * page), the layouts and the page of the route, and everything these import statically. Paths below `build`.
 *
 * Read from the built files themselves, so that it is true for what is served. What a page asks for later (`import()`)
 * is not in it.
 */
export async function loadedFirst(build: string, route: string): Promise<string[]> {
  const immutable = join(build, '_app/immutable');
  const entries = (await readdir(join(immutable, 'entry'))).filter((name) => name.endsWith('.js'));
  const app = entries.find((name) => name.startsWith('app.'));
  if (!app) throw new Error(`There is no app entry in ${immutable}.`);
  const code = await readFile(join(immutable, 'entry', app), 'utf8');
  const start = [
    ...entries.map((name) => join(immutable, 'entry', name)),
    ...nodesOf(code, route, immutable)
  ];
  return [...(await withImports(start))].map((file) => relative(build, file)).sort();
}

/** The route's pieces, from the table in the app entry: route id -> [page, [layouts]]. */
function nodesOf(code: string, route: string, immutable: string): string[] {
  const files = [...code.matchAll(/import\(["'`]\.\.\/(nodes\/(\d+)\.[^"'`]+\.js)["'`]\)/g)];
  const byNumber = new Map(files.map(([, file, number]) => [Number(number), join(immutable, file!)]));
  const table = [...code.matchAll(/["'`](\/[^"'`]*)["'`]:\[(\d+)(?:,\[([\d,]*)\])?/g)];
  const found = table.find(([, id]) => withoutGroups(id!) === route);
  if (!found) throw new Error(`The app has no page at ${route}.`);
  const numbers = [0, 1, Number(found[2]), ...(found[3] ?? '').split(',').filter(Boolean).map(Number)];
  return numbers.map((number) => {
    const file = byNumber.get(number);
    if (!file) throw new Error(`Piece ${number} of the page at ${route} was not found.`);
    return file;
  });
}

/** `/(in)/home` is served at `/home`. */
const withoutGroups = (id: string): string => id.replace(/\/\([^)]*\)/g, '') || '/';

const STATIC = /(?:^|[;}\s])(?:import|export)\s*(?:[^"'`();]*?\bfrom\s*)?["']([^"']+)["']/g;

async function withImports(start: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  const open = [...start];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const code = await readFile(file, 'utf8');
    for (const [, name] of code.matchAll(STATIC))
      if (name!.startsWith('.')) open.push(join(file, '..', name!));
  }
  return found;
}
