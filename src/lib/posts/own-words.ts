import { Graph } from '#lib/rdf/graph.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { AS } from '#lib/rdf/vocab.ts';
import { believed } from '#lib/people/provenance.ts';
import type { Homes } from './homes.ts';

/** Who a document is read as the word of. */
export interface Speaker {
  readonly owner: string;
  readonly storages: readonly string[];
}

/** What a document may say in the feed: what may be believed of it, about things of the storage it stands in itself. */
export function ownWords(graph: Graph, url: string, { owner, storages }: Speaker, homes: Homes): Graph {
  const home = homes.of(url);
  if (home === undefined) return new Graph([]);
  const inHome = (address: string) => homes.of(address) === home;
  const isOwn = ({ predicate, object }: Quad) => predicate.value !== AS.object || inHome(object.value);
  return believed(graph, url, owner, storages).left((about, subject) => {
    if (about[0]!.subject.termType === 'NamedNode' && !inHome(subject)) return [];
    return about.every(isOwn) ? about : about.filter(isOwn);
  });
}
