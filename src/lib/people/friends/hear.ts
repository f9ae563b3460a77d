import type { Read } from '#lib/query/ask.ts';
import { believedIn } from '../provenance.ts';
import { sideOf, type Side } from './side.rules.ts';

/** What came of reading one person's relationship document. */
export interface Heard {
  readonly side?: Side | undefined;
  /** Nobody knows what it says: never read, or not readable now and no earlier text is kept. */
  readonly silent: boolean;
  /** It could not be read just now; `side` is what it said before. */
  readonly quiet: boolean;
}

/**
 * Reads a relationship document from the cache. "Not there" is an answer (it is no longer said). A refusal is not:
 * ending a friendship leaves the document readable for the other, so it is a fault somewhere, and what was last
 * known stays.
 */
export async function hear(
  document: string | undefined,
  look: Read,
  who: { from: string; to: string; storages: readonly string[]; open: readonly string[] }
): Promise<Heard> {
  if (document === undefined) return { silent: false, quiet: false };
  // While a person's storages are not known, nobody can tell whether this document speaks for them.
  if (who.storages.length === 0) return { silent: true, quiet: true };
  const view = await look(document);
  const side = sideOf(believedIn(view, who.from, who.storages, who.open), document, who.from, who.to);
  const state = view.document?.state;
  const quiet = state === 'broken' || state === 'forbidden';
  const unread = view.document === undefined ? view.waiting.length === 0 : quiet || view.document.seen === 0;
  return { side, silent: unread && side === undefined, quiet };
}
