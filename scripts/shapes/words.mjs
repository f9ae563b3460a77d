import { short } from './rdf.mjs';

const SH = 'http://www.w3.org/ns/shacl#';

/**
 * What is wrong, in words, from one result of the validator.
 * @param {any} result of shacl-engine, which has no types
 * @param {import('n3').Store} data
 * @param {string} document
 * @returns {string}
 */
export function wrong(result, data, document) {
  const path = result.path?.[0]?.predicates?.[0];
  const word = path ? short(path.value) : 'it';
  const value = result.value?.term ? shown(result.value.term, document) : '';
  const kind = result.constraintComponent.value.slice(SH.length).replace('ConstraintComponent', '');
  const wanted = (/** @type {string} */ name) =>
    result.shape.ptr.out([result.factory.namedNode(`${SH}${name}`)]).terms[0];
  switch (kind) {
    case 'MinCount':
      return `${word} is missing`;
    case 'MaxCount': {
      const values = data.getObjects(result.focusNode.term, path, null);
      const some = values.slice(0, 3).map((term) => shown(term, document));
      return `${word} has ${values.length} values (${some.join(', ')}${values.length > 3 ? ', ...' : ''}), and only one makes sense`;
    }
    case 'Datatype':
      return `${word} is ${value}, and should be ${datatypeName(wanted('datatype').value)}`;
    case 'NodeKind':
      return `${word} is ${value}, and should be ${wanted('nodeKind').value === `${SH}IRI` ? 'an IRI' : 'a thing, not a text'}`;
    case 'HasValue':
      return `${word === 'rdf:type' ? 'the type' : word} ${short(wanted('hasValue').value)} is missing`;
    case 'Equals':
      return `${word} does not say the same as ${short(wanted('equals').value)}`;
    default:
      return `${word} ${value} breaks the rule ${kind}`;
  }
}

/** @param {import('@rdfjs/types').Term} term @param {string} document */
function shown(term, document) {
  if (term.termType === 'BlankNode') return 'a nameless thing';
  if (term.termType !== 'Literal') return `the IRI <${short(term.value, document)}>`;
  const text = term.value.length > 60 ? `${term.value.slice(0, 57)}...` : term.value;
  const suffix = term.language ? ` (in the language "${term.language}")` : '';
  const type = short(term.datatype.value);
  return `the text ${JSON.stringify(text)}${suffix || (type === 'xsd:string' ? '' : ` (${type})`)}`;
}

/** @param {string} datatype */
function datatypeName(datatype) {
  const name = short(datatype);
  if (name === 'xsd:string') return 'a plain text (xsd:string, without a language)';
  if (name === 'xsd:dateTime') return 'a moment like "2026-11-21T09:30:00.000Z"^^xsd:dateTime';
  return `a ${name}`;
}
