import { Lru } from './lru.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { parseTurtle, TurtleProblem } from '#lib/rdf/turtle.ts';

/** What a text says: its statements, or why it cannot be read. */
export type Parsed =
  | { readonly quads: readonly Quad[]; readonly broken?: undefined }
  | { readonly quads: readonly []; readonly broken: string };

const NOTHING: Parsed = { quads: [] };

/** Characters of Turtle: what was just fetched and checked is about to be looked at. */
const RECENT = 4_000_000;
const recent = new Lru<{ readonly turtle: string; readonly said: Parsed }>(RECENT);

/** Reads a Turtle document and never throws. Nothing at all is a document that says nothing. */
export function parsed(turtle: string, url: string): Parsed {
  if (turtle === '') return NOTHING;
  const known = recent.get(url);
  if (known?.turtle === turtle) return known.said;
  const said = read(turtle, url);
  recent.set(url, { turtle, said }, turtle.length + 100);
  return said;
}

function read(turtle: string, url: string): Parsed {
  try {
    return { quads: parseTurtle(turtle, url) };
  } catch (error) {
    if (error instanceof TurtleProblem) return { quads: [], broken: error.message };
    throw error;
  }
}
