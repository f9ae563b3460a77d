import { applyIntent, isTurtle } from '#lib/cache/apply-waiting.ts';
import type { CachedDocument, Intent } from '#lib/cache/cache.ts';
import { parsed, remember } from '#lib/cache/parsed.ts';
import { quadText } from '#lib/rdf/ntriples.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { writeTurtle } from '#lib/rdf/turtle.ts';

type PatchIntent = Extract<Intent, { kind: 'patch' }>;

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
  const quads = applyIntent(parsed(before?.turtle ?? '', before?.base ?? url).quads, intent, url);
  const turtle = isAddition(intent) && before && !before.base ? added(before, intent) : turtleOf(quads, url);
  remember(turtle, url, quads);
  return { ...bare(url, before), turtle };
}

const isAddition = ({ delete: gone, single }: PatchIntent): boolean => gone.length === 0 && !single;

/** Whole statements may follow any Turtle: to write all of a day down again for each message would be work in vain. */
const added = ({ turtle, url }: CachedDocument, { insert }: PatchIntent): string =>
  [turtle, ...insert.map((quad) => quadText(quad, url)), ''].join('\n');

/** Without all that belonged to the text before. */
function bare(url: string, before: CachedDocument | undefined): CachedDocument {
  const { seen = 0, asked = 0, restricted } = before ?? {};
  return { url, turtle: '', seen, asked, restricted, checked: true, state: 'stale' };
}

const turtleOf = (quads: readonly Quad[], url: string): string =>
  quads.length === 0 ? '' : writeTurtle(quads, url);
