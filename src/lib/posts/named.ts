import type { Quad, Term } from '#lib/rdf/terms.ts';

/** Without statements that hold blank nodes: a patch cannot name those (Solid Protocol 5.3.1), so they stay. */
export const named = (quads: readonly Quad[]): Quad[] =>
  quads.filter((quad) => !isBlank(quad.subject) && !isBlank(quad.object));

const isBlank = (term: Term): boolean => term.termType === 'BlankNode';
