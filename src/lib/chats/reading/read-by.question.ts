import type { House } from '#lib/people/me.ts';
import { documentOf } from '#lib/people/address.ts';
import { storagesIn } from '#lib/people/storage.ts';
import type { Question } from '#lib/query/ask.ts';
import { read as readShape } from '#lib/rdf/shape.ts';
import { chat as chatOf } from '../chat.question.ts';
import { markerFolder, markerIn } from './marker-place.ts';
import { readMarker } from './read-marker.shape.ts';

/** People whose spaces are asked: each is one request when a chat is open. */
const MOST = 12;

export interface ReadBy {
  /** Person -> the time of the newest message they have read, of those who show it. */
  readonly until: ReadonlyMap<string, Date>;
  /** Their markers, to be followed while the chat is open. */
  readonly follow: readonly string[];
}

/** How far the others have read, as each says in a space of their own: nobody can say it for somebody else. */
export function readBy(house: House, id: string): Question<ReadBy> {
  return async (read) => {
    const head = await chatOf(house.me, id)(read);
    if (head.isCopy) return { until: new Map(), follow: [] };
    const found = await Promise.all(
      head.others.slice(0, MOST).map(async (person) => {
        const card = await read(documentOf(person), 'known');
        const [storage] = storagesIn(card.graph, person);
        if (storage === undefined) return undefined;
        const url = markerIn(await markerFolder(storage, id));
        const { graph, document } = await read(url);
        // What a view remembers of a document that is gone, or closed to me now, is nothing they show.
        if (document?.state === 'missing' || document?.state === 'forbidden') return undefined;
        const said = readShape(readMarker, graph, `${url}#it`);
        return said?.reader === person && said.chat === id ? { person, url, until: said.until } : undefined;
      })
    );
    const all = found.filter((each) => each !== undefined);
    return {
      until: new Map(all.map(({ person, until }) => [person, until])),
      follow: all.map(({ url }) => url)
    };
  };
}
