import { applyIntent, isTurtle } from '#lib/cache/apply-waiting.ts';
import type { CachedDocument, Intent } from '#lib/cache/cache.ts';
import { parsed } from '#lib/cache/parsed.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { writeTurtle } from '#lib/rdf/turtle.ts';

/**
 * What the cache shall know of a document once an intent has arrived: `stale`, because the server's text and ETag are
 * not known until it is read again (no answer to a write carries an ETag). Undefined when there is nothing to know.
 */
export function afterwards(
  url: string,
  before: CachedDocument | undefined,
  intent: Intent,
  now: number
): CachedDocument | undefined {
  if (intent.kind === 'access' || intent.kind === 'send') return undefined;
  if (intent.kind === 'remove') {
    return before && { ...bare(url, before), turtle: '', state: 'missing', seen: now };
  }
  if (intent.kind !== 'patch') {
    if (typeof intent.body !== 'string' || !isTurtle(intent.contentType)) return undefined;
    return { ...bare(url, before), turtle: intent.body };
  }
  const quads = parsed(before?.turtle ?? '', before?.base ?? url).quads;
  return { ...bare(url, before), turtle: turtleOf(applyIntent(quads, intent, url), url) };
}

/** Without all that belonged to the text before. */
function bare(url: string, before: CachedDocument | undefined): CachedDocument {
  const { seen = 0, asked = 0, restricted } = before ?? {};
  return { url, turtle: '', seen, asked, restricted, checked: true, state: 'stale' };
}

const turtleOf = (quads: readonly Quad[], url: string): string =>
  quads.length === 0 ? '' : writeTurtle(quads, url);
