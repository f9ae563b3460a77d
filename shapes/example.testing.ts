import { readdirSync, readFileSync } from 'node:fs';
import { Graph } from '#lib/rdf/graph.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';

/** The document an example stands for is named in its first line: `# At https://...`. */
export function example(folder: 'ours' | 'foreign', name: string): { url: string; graph: Graph } {
  const text = readFileSync(new URL(`examples/${folder}/${name}.ttl`, import.meta.url), 'utf8');
  const url = /^# At (\S+)/.exec(text)?.[1];
  if (!url) throw new Error(`${name}.ttl does not begin with "# At <URL>"`);
  return { url, graph: new Graph(parseTurtle(text, url)) };
}

export function exampleNames(folder: 'ours' | 'foreign'): string[] {
  return readdirSync(new URL(`examples/${folder}`, import.meta.url))
    .map((file) => file.replace(/\.ttl$/, ''))
    .sort();
}
