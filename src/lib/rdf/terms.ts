import type { Literal, NamedNode, Quad, Term } from '@rdfjs/types';
import { dataFactory } from './n3.ts';
import { XSD } from './vocab.ts';

export type { Literal, NamedNode, Quad, Term } from '@rdfjs/types';

// RFC 3987 needs a scheme; Turtle's IRIREF production forbids these characters. One that slipped through
// could close the angle bracket and write triples of its own choosing.
const absolute = /^[a-z][a-z0-9+.-]*:/i;
const forbidden = Uint8Array.from({ length: 0xa0 }, (_, code) =>
  code < 0x20 || code >= 0x7f || ' <>"{}|^`\\'.includes(String.fromCharCode(code)) ? 1 : 0
);

/** Whether a text may stand between angle brackets as an absolute IRI. */
export function isIri(value: string): boolean {
  if (!absolute.test(value)) return false;
  // Letter by letter: asked for every address of every post, and much faster than a pattern.
  for (let i = 0; i < value.length; i++) {
    if (forbidden[value.charCodeAt(i)]) return false;
  }
  return true;
}

/** A named node. Throws a TypeError for a relative IRI or one with characters Turtle forbids. */
export function iri(value: string): NamedNode {
  if (!isIri(value)) throw new TypeError(`Not an absolute IRI: ${JSON.stringify(value.slice(0, 200))}`);
  return dataFactory.namedNode(value);
}

/** A plain text (xsd:string), or one in a language (BCP 47 tag, such as "de"). */
export function text(value: string, lang?: string): Literal {
  return lang ? dataFactory.literal(value, lang) : dataFactory.literal(value);
}

/** A literal of any other datatype, given as an IRI string. */
export function typed(value: string, datatype: string): Literal {
  return dataFactory.literal(value, iri(datatype));
}

const DATE_TIME = iri(XSD.dateTime);

/** A moment in UTC with milliseconds. Throws a RangeError for an invalid date or a year beyond 1-9999. */
export function dateTime(value: Date): Literal {
  const written = value.toISOString();
  // ISO's six-digit "+010000" years are not in the lexical space of xsd:dateTime.
  if (!/^\d{4}-/.test(written) || written.startsWith('0000'))
    throw new RangeError(`Year out of range: ${written}`);
  return dataFactory.literal(written, DATE_TIME);
}

/** A statement in the default graph. Subject and predicate may be given as IRI strings. */
export function quad(subject: string | Term, predicate: string | Term, object: Term): Quad {
  return dataFactory.quad(
    node(subject) as Quad['subject'],
    node(predicate) as Quad['predicate'],
    object as Quad['object']
  ) as Quad;
}

function node(value: string | Term): Term {
  return typeof value === 'string' ? iri(value) : value;
}
