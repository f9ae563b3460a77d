import type { Graph } from '#lib/rdf/graph.ts';
import type { Patch } from '#lib/rdf/patch.ts';
import { write } from '#lib/rdf/shape.ts';
import { iri, quad, type Quad } from '#lib/rdf/terms.ts';
import { AS, RDF } from '#lib/rdf/vocab.ts';
import { difference } from './difference.ts';
import { recentPage } from './recent-page.shape.ts';

export interface Head {
  readonly owner: string;
  /** The folder the page is the view of. */
  readonly partOf: string;
  /** The newest day document, where older posts are; without it, what the page says of that stays. */
  readonly next?: string;
}

/** The change that makes a page say what it is. Its posts and everything else in it stay. */
export function headOf(page: string, before: Graph, { owner, partOf, next }: Head): Patch {
  const wanted = write(recentPage, { id: page, owner, partOf, next, items: [] });
  const single = new Set(wanted.map((each) => each.predicate.value));
  // A page may be other things too.
  single.delete(RDF.type);
  const said = before.about(page).filter((each) => single.has(each.predicate.value));
  return difference(said, wanted);
}

/** That a post stands on the page. */
export const listed = (page: string, post: string): Quad => quad(page, AS.items, iri(post));
