import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseTurtle } from '#lib/rdf/turtle.ts';

export interface Fullest {
  readonly where: string;
  readonly count: number;
}

/** The folder with the most children, as the server keeps them on disk; descriptions and access rules are none. */
export async function fullestFolder(root: string): Promise<Fullest> {
  let most: Fullest = { where: root, count: 0 };
  for (const entry of await readdir(root, { withFileTypes: true, recursive: true })) {
    if (!entry.isDirectory()) continue;
    const where = join(entry.parentPath, entry.name);
    const children = (await readdir(where)).filter((name) => !/\.(acl|meta)$/.test(name));
    if (children.length > most.count) most = { where: where.slice(root.length), count: children.length };
  }
  return most;
}

/** The document of these with the most statements, as it is now; one that is deleted has none. */
export async function largest(
  urls: Iterable<string>,
  read: (url: string) => Promise<Response>
): Promise<Fullest> {
  let most: Fullest = { where: '', count: 0 };
  for (const url of urls) {
    const response = await read(url);
    if (response.status === 404) continue;
    if (!response.ok) throw new Error(`GET ${url} was answered with ${response.status}.`);
    const count = parseTurtle(await response.text(), url).length;
    if (count > most.count) most = { where: url, count };
  }
  return most;
}
