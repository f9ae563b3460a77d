import type { Quad } from '#lib/rdf/terms.ts';
import { Lru } from './lru.ts';
import { parseAside } from './parse-aside.ts';
import { parseHere, type Parsed } from './parse-here.ts';

export type { Parsed } from './parse-here.ts';

const NOTHING: Parsed = { quads: [] };

/**
 * Characters of Turtle: what was just fetched and checked is about to be looked at. As many as views keep (read-view.ts),
 * so that the first pages of 500 friends are not parsed again because they came quicker than they were judged.
 */
const RECENT = 16_000_000;
const recent = new Lru<{ readonly turtle: string; readonly said: Parsed }>(RECENT);

/** Characters from which on parsing would be felt (decision 11). A rolling page has about 50,000. */
const LARGE = 200_000;

/** Reads a Turtle document and never throws. Nothing at all is a document that says nothing. */
export function parsed(turtle: string, url: string): Parsed {
  return known(turtle, url) ?? keep(turtle, url, parseHere(turtle, url));
}

/** The same, beside the page when the document is large. */
export async function parsedSoon(turtle: string, url: string, aside = parseAside): Promise<Parsed> {
  if (!isLarge(turtle)) return parsed(turtle, url);
  return known(turtle, url) ?? keep(turtle, url, await aside(turtle, url));
}

/** What a text says is known to whoever wrote it: it need not be parsed to be looked at. */
export function remember(turtle: string, url: string, quads: readonly Quad[]): void {
  keep(turtle, url, { quads });
}

export const isLarge = (turtle: string): boolean => turtle.length > LARGE;

function known(turtle: string, url: string): Parsed | undefined {
  if (turtle === '') return NOTHING;
  const last = recent.get(url);
  return last?.turtle === turtle ? last.said : undefined;
}

function keep(turtle: string, url: string, said: Parsed): Parsed {
  recent.set(url, { turtle, said }, turtle.length + 100);
  return said;
}
