import n3 from 'n3';

/** @typedef {import('@rdfjs/types').Quad} Quad @typedef {import('@rdfjs/types').Term} Term */

const { DataFactory, Parser, Store } = n3;

/** What shacl-engine needs to make terms, and sets of statements. */
export const factory = Object.assign({}, DataFactory, { dataset: () => new Store() });

/**
 * Statements of a Turtle text. Synchronous, because n3 in callback mode can throw past its caller.
 * @param {string} text
 * @param {string} base the document's own URL
 */
export function parse(text, base) {
  return new Store(new Parser({ format: 'text/turtle', baseIRI: base }).parse(text));
}

const PREFIXES = {
  as: 'https://www.w3.org/ns/activitystreams#',
  sioc: 'http://rdfs.org/sioc/ns#',
  dct: 'http://purl.org/dc/terms/',
  dc: 'http://purl.org/dc/elements/1.1/',
  schema: 'http://schema.org/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  ldp: 'http://www.w3.org/ns/ldp#',
  pim: 'http://www.w3.org/ns/pim/space#',
  solid: 'http://www.w3.org/ns/solid/terms#',
  acl: 'http://www.w3.org/ns/auth/acl#',
  wf: 'http://www.w3.org/2005/01/wf/flow#',
  meeting: 'http://www.w3.org/ns/pim/meeting#',
  cal: 'http://www.w3.org/2002/12/cal/ical#',
  sec: 'https://w3id.org/security#',
  ui: 'http://www.w3.org/ns/ui#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#'
};

/**
 * An IRI as a person would write it: with a prefix, or relative to its document.
 * @param {string} iri
 * @param {string} [document]
 */
export function short(iri, document) {
  if (document && iri === document) return 'the document itself';
  if (document && iri.startsWith(`${document}#`)) return iri.slice(document.length);
  for (const [prefix, namespace] of Object.entries(PREFIXES)) {
    if (iri.startsWith(namespace)) return `${prefix}:${iri.slice(namespace.length)}`;
  }
  return iri;
}
