import { Graph } from '#lib/rdf/graph.ts';
import { memo } from './memo.ts';
import { speakers, tellings, type Telling } from './speakers.ts';

/** One answer of feed.rq. `published` is xsd:dateTime in UTC with milliseconds, so texts sort as times do. */
export interface Row {
  readonly post: string;
  readonly published: string;
}

/** One document of the feed, in the feed's words (heard.ts). */
export interface Part {
  readonly url: string;
  readonly graph: Graph;
}

/** A place in the list, and the document that speaks for the post. */
export interface Place extends Row {
  readonly url: string;
}

/**
 * One list from each document's own answers, `rows[n]` to `parts[n]`. The question asks about one post at a time, so
 * asking each document alone and joining the answers gives what asking all of them at once would give; only a change
 * costs anything.
 */
export function joined(parts: readonly Part[], rows: readonly (readonly Row[])[]): Place[] {
  const speaking = speakers(toldBy(parts));
  const places = parts.flatMap(({ url }, index) =>
    (rows[index] ?? []).filter((row) => speaking.get(row.post) === url).map((row) => ({ ...row, url }))
  );
  return places.sort(byTime);
}

/** Everything the documents say together: each post in the words of the one document that speaks for it. */
export function union(parts: readonly Part[]): Graph {
  const told = toldBy(parts);
  const speaking = speakers(told);
  const isTold = new Set([...told.values()].flatMap((posts) => [...posts.keys()]));
  return new Graph(
    parts.flatMap(({ url, graph }) =>
      graph.quads.filter(({ subject }) => !isTold.has(subject.value) || speaking.get(subject.value) === url)
    )
  );
}

/** Newest first, then by address: the ORDER BY of feed.rq. */
export const byTime = (a: Row, b: Row): number =>
  compare(b.published, a.published) || compare(a.post, b.post);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const telling = memo<Map<string, Telling>>();

const toldBy = (parts: readonly Part[]): Map<string, Map<string, Telling>> =>
  new Map(parts.map(({ url, graph }) => [url, telling(graph, '', '', () => tellings(graph))]));
