import { iri, many, maybe, one, shape, time, type Of } from '#lib/rdf/shape.ts';
import { AS } from '#lib/rdf/vocab.ts';

/**
 * The rolling page of one audience: names the newest posts, which stand in the same document. The order is
 * their as:published: AS2's as:orderedItems is as:items with an RDF list, and a list is blank nodes, which
 * no N3 Patch can change.
 */
export const recentPage = shape(AS.OrderedCollectionPage, {
  owner: one(AS.attributedTo, iri),
  /** The newest day document: where older posts are. */
  next: maybe(AS.next, iri),
  /** The folder this is the view of. */
  partOf: maybe(AS.partOf, iri),
  updated: maybe(AS.updated, time),
  items: many(AS.items, iri)
});
export type RecentPage = Of<typeof recentPage>;
