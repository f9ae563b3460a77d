import { isIri, type Literal, type Quad, type Term } from './terms.ts';
import { TurtleProblem } from './turtle-problem.ts';
import { XSD } from './vocab.ts';

/**
 * One term as N-Triples writes it, which Turtle and N3 read too. Strict, because a term may come from
 * anybody's document: what cannot be written safely throws a TurtleProblem (`url` names the document).
 */
export function termText(term: Term, url = ''): string {
  if (term.termType === 'NamedNode') {
    if (!isIri(term.value))
      throw new TurtleProblem(url, `cannot be written as an IRI: ${JSON.stringify(term.value)}`);
    return `<${term.value}>`;
  }
  if (term.termType === 'Literal') return quoted(term.value) + suffix(term, url);
  throw new TurtleProblem(url, `a ${term.termType} cannot be written here`);
}

/** What follows the closing quotation mark: a language tag, a datatype or nothing. */
export function suffix(
  term: Literal,
  url: string,
  shorten = (datatype: Term) => termText(datatype, url)
): string {
  if (term.language) {
    // Turtle's LANGTAG production.
    if (!/^[a-z]+(-[a-z0-9]+)*$/i.test(term.language)) {
      throw new TurtleProblem(url, `not a language tag: ${JSON.stringify(term.language)}`);
    }
    return `@${term.language}${term.direction ? `--${term.direction}` : ''}`;
  }
  return term.datatype.value === XSD.string ? '' : `^^${shorten(term.datatype)}`;
}

/** A statement without blank nodes, on one line. */
export function quadText(quad: Quad, url = ''): string {
  return `${termText(quad.subject, url)} ${termText(quad.predicate, url)} ${termText(quad.object, url)} .`;
}

const named: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const special = /[\p{Cc}"\\]/gu;

function quoted(value: string): string {
  return `"${escaped(value)}"`;
}

/** The text with everything escaped that could end it or be changed on the way. */
export function escaped(value: string): string {
  return value.replace(special, (c) => named[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
