import type { Quad, Term } from './terms.ts';

/**
 * A text that is equal for equal terms and differs for others: IRIs stand bare, blank nodes after `_:`,
 * literals behind a quotation mark. No IRI may hold a space or a quotation mark, so nothing collides.
 */
export function termKey(term: Term): string {
  if (term.termType === 'NamedNode') return term.value;
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  if (term.termType === 'Literal') {
    // RDF 1.1 section 3.3: language tags compare without regard to case.
    const tag = term.language ? `@${term.language.toLowerCase()}` : `^${term.datatype.value}`;
    return `"${tag}"${term.direction ?? ''}"${term.value}`;
  }
  if (term.termType === 'Quad') return `<< ${quadKey(term as Quad)} >>`;
  return `?${term.termType} ${term.value}`;
}

/** Equal for equal statements, whatever document or graph they come from. */
export function quadKey(quad: Quad): string {
  return `${termKey(quad.subject)} ${termKey(quad.predicate)} ${termKey(quad.object)}`;
}

/** The same statements, each once, in their first order. */
export function distinct(quads: Iterable<Quad>): Quad[] {
  const seen = new Map<string, Quad>();
  for (const quad of quads) {
    const key = quadKey(quad);
    if (!seen.has(key)) seen.set(key, quad);
  }
  return [...seen.values()];
}
