import { readFileSync } from 'node:fs';
import type { Patch } from '#lib/rdf/patch.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';

/**
 * A `solid:InsertDeletePatch` (Solid Protocol 5.3.1) as its two sets of statements. Reads what we write and the
 * fixtures: no variables, and no braces within texts.
 */
export function readPatch(body: string, base: string): Patch {
  const prefixes = body.match(/^@prefix .*$/gm)?.join('\n') ?? '';
  const clause = (verb: string) => {
    const block = new RegExp(`(?:solid:|/terms#)${verb}>?\\s*\\{([^}]*)\\}`).exec(body)?.[1];
    return block === undefined ? [] : parseTurtle(`${prefixes}\n${block}`, base);
  };
  return { insert: clause('inserts'), delete: clause('deletes') };
}

/** The patch in `wire/{name}.n3`. */
export function fixture(name: string, base: string): Patch {
  return readPatch(readFileSync(new URL(`./wire/${name}.n3`, import.meta.url), 'utf8'), base);
}
