import { applyPatch } from '#lib/rdf/patch.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import type { Intent, OutboxEntry } from './cache.ts';
import { parsed } from './parsed.ts';
import { weigh } from './weigh.ts';

/** What a document will say once these entries have arrived. Pure. */
export function applyWaiting(
  quads: readonly Quad[],
  waiting: readonly OutboxEntry[],
  url: string
): readonly Quad[] {
  return waiting.reduce((now, entry) => applyIntent(now, entry.intent, url), quads);
}

export function applyIntent(quads: readonly Quad[], intent: Intent, url: string): readonly Quad[] {
  switch (intent.kind) {
    case 'patch':
      return applyPatch(quads, weigh(quads, intent, url).patch);
    case 'create':
      // What is there already stays (sync/ counts it as done).
      return quads.length > 0 ? quads : spoken(intent, url);
    case 'replace':
      return spoken(intent, url);
    case 'remove':
      return [];
    case 'access':
    case 'send':
      return quads;
  }
}

/** A picture says nothing in statements. */
function spoken(
  intent: { readonly body: string | Blob; readonly contentType: string },
  url: string
): readonly Quad[] {
  if (typeof intent.body !== 'string' || !isTurtle(intent.contentType)) return [];
  return parsed(intent.body, url).quads;
}

export const isTurtle = (contentType: string): boolean => /^text\/turtle\b/i.test(contentType);
