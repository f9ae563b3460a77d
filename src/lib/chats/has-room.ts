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
 * read; what is there without a message (a page, or data that is no Turtle, put there beforehand) may take none, and
 * what refused one will refuse the next.
 */
export function hasRoom(view: View, chat: string): boolean {
  const { document, graph, waiting } = view;
  const { listed } = toldIn(view, documentOf(chat));
  return (
    document?.problem?.kind !== 'broken' &&
    (document?.state !== 'fresh' || listed.length > 0) &&
    waiting.every(({ problem }) => problem === undefined) &&
    graph.quads.length + ONE_MESSAGE <= MOST_TRIPLES &&
    listed.length < MOST_MESSAGES
  );
}
