import { dataFactory } from '#lib/rdf/n3.ts';
import type { Quad, Term } from '#lib/rdf/terms.ts';
import { XSD } from '#lib/rdf/vocab.ts';

/**
 * Statements as plain strings, for what only carries structured-cloneable data (IndexedDB, messages between tabs and
 * workers): a clone of a term would lose its class. Subject, predicate, object; an IRI stands bare, a blank node after
 * `_:`, a literal as `"tag"value` where the tag is empty, `@language` or `^datatype`.
 */
export type PlainQuad = readonly [subject: string, predicate: string, object: string];

export const toPlain = (quads: readonly Quad[]): PlainQuad[] =>
  quads.map((quad) => [plainTerm(quad.subject), plainTerm(quad.predicate), plainTerm(quad.object)]);

export const fromPlain = (quads: readonly PlainQuad[]): Quad[] =>
  quads.map(([subject, predicate, object]) =>
    dataFactory.quad(
      termOf(subject) as Quad['subject'],
      termOf(predicate) as Quad['predicate'],
      termOf(object) as Quad['object']
    )
  ) as Quad[];

export function plainTerm(term: Term): string {
  if (term.termType === 'NamedNode') return term.value;
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  if (term.termType !== 'Literal') throw new TypeError(`A ${term.termType} cannot be stored.`);
  if (term.language) return `"@${term.language}"${term.value}`;
  return `"${term.datatype.value === XSD.string ? '' : `^${term.datatype.value}`}"${term.value}`;
}

export function termOf(plain: string): Term {
  if (plain.startsWith('_:')) return dataFactory.blankNode(plain.slice(2)) as Term;
  if (!plain.startsWith('"')) return dataFactory.namedNode(plain) as Term;
  // Neither a language tag nor an IRI may hold a quotation mark, so the second one ends the tag.
  const end = plain.indexOf('"', 1);
  const [tag, value] = [plain.slice(1, end), plain.slice(end + 1)];
  if (tag === '') return dataFactory.literal(value) as Term;
  const rest = tag.slice(1);
  return dataFactory.literal(value, tag[0] === '@' ? rest : dataFactory.namedNode(rest)) as Term;
}
