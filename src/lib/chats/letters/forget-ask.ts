import type { Quad } from '#lib/rdf/terms.ts';
import { readAll } from '#lib/rdf/shape.ts';
import type { House } from '#lib/people/me.ts';
import { keptDocument } from '../mine.ts';
import { labels } from '../words.ts';
import { joinLetter } from './letter.shape.ts';

/** What is kept of my asking to be let into a chat, to be taken out. */
export async function forgotten(house: House, chat: string): Promise<Quad[]> {
  const { graph } = await house.asking.read(keptDocument(house.me));
  return readAll(joinLetter, graph)
    .filter((each) => each.chat === chat)
    .flatMap(({ id }) => graph.about(id));
}

/** Asks no more to be let in: whatever comes later is an ordinary invitation. */
export async function forgetAsk(house: House, chat: string): Promise<string[]> {
  const gone = await forgotten(house, chat);
  if (gone.length === 0) return [];
  const intent = { kind: 'patch' as const, insert: [], delete: gone };
  return house.sync.change([{ document: keptDocument(house.me), intent, label: labels.ask }]);
}
