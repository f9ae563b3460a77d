import type { Quad } from '#lib/rdf/terms.ts';
import { parseTurtle, TurtleProblem } from '#lib/rdf/turtle.ts';

/** What a text says: its statements, or why it cannot be read. */
export type Parsed =
  | { readonly quads: readonly Quad[]; readonly broken?: undefined }
  | { readonly quads: readonly []; readonly broken: string };

/** Reads a Turtle document on this thread, now. */
export function parseHere(turtle: string, url: string): Parsed {
  try {
    return { quads: parseTurtle(turtle, url) };
  } catch (error) {
    if (error instanceof TurtleProblem) return { quads: [], broken: error.message };
    throw error;
  }
}
