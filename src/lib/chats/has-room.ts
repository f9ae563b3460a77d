import type { View } from '#lib/cache/view.ts';
import { documentOf } from '#lib/people/address.ts';
import { toldIn } from './saying.ts';

/** A patch costs the server more the larger the document is (PERFORMANCE.md, fact 6). */
const MOST_MESSAGES = 200;
const MOST_TRIPLES = 1_000;
/** What one message takes, with room for an edit and a reaction. */
const ONE_MESSAGE = 20;

/**
 * Whether a message more may stand in a day's document. Nobody would read what is added to a document that cannot be
 * read, and what is there without a statement (a page that somebody put there beforehand) takes none.
 */
export function hasRoom(view: View, chat: string): boolean {
  const { document, graph } = view;
  return (
    document?.problem?.kind !== 'broken' &&
    !(document?.state === 'fresh' && graph.quads.length === 0) &&
    graph.quads.length + ONE_MESSAGE <= MOST_TRIPLES &&
    toldIn(view, documentOf(chat)).listed.length < MOST_MESSAGES
  );
}
