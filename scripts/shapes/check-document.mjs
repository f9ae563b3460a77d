import { parse } from './rdf.mjs';
import { telling } from './telling.mjs';
import { wrong } from './words.mjs';

const SH = 'http://www.w3.org/ns/shacl#';

/**
 * @typedef {object} Document
 * @property {string} file its path, or its URL again
 * @property {string} url what relative IRIs in it mean
 * @property {string} text
 */

/**
 * @typedef {object} Fault
 * @property {string} file
 * @property {string} url
 * @property {string} [subject] the thing that is wrong, when it is not the document as a whole
 * @property {string} [shape] what kind of thing it is
 * @property {string} wrong what is wrong, in words
 * @property {string} right what would be right
 * @property {'fault' | 'advice'} severity
 */

/**
 * Every fault of one document, and how many things in it have a shape.
 * @param {Document} document
 * @param {import('./catalogue.mjs').Catalogue} catalogue
 * @returns {Promise<{ faults: Fault[], things: number }>}
 */
export async function checkDocument(document, catalogue) {
  const { file, url, text } = document;
  let data;
  try {
    data = parse(text, url);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const right = 'Turtle that a strict parser accepts: other apps read nothing of this document.';
    return { things: 0, faults: [{ file, url, wrong: `not Turtle: ${detail}`, right, severity: 'fault' }] };
  }
  const faults = isEmptyAccess(document, data) ? [emptyAccess(document)] : [];
  const report = await catalogue.validator.validate({ dataset: data });
  for (const result of telling(report.results)) {
    const fault = named(result, data, document, catalogue.shapes);
    // Advice about somebody who is only mentioned here belongs to their own document.
    if (fault.severity === 'fault' || fault.subject?.split('#')[0] === url) faults.push(fault);
  }
  return { faults, things: countThings(data, catalogue.targets) };
}

/**
 * @param {any} result of the validator
 * @param {import('n3').Store} data
 * @param {Document} document
 * @param {import('n3').Store} shapes
 * @returns {Fault}
 */
function named(result, data, { file, url }, shapes) {
  const owner = shapes.getSubjects(`${SH}property`, result.shape.ptr.term, null)[0];
  return {
    file,
    url,
    subject: result.focusNode.term.value,
    shape: owner && shapes.getObjects(owner, `${SH}name`, null)[0]?.value,
    wrong: wrong(result, data, url),
    right: result.message[0]?.value ?? '',
    severity: result.severity.value === `${SH}Violation` ? 'fault' : 'advice'
  };
}

/** @param {Document} document @param {import('n3').Store} data */
const isEmptyAccess = ({ file }, data) => /\.(acl|acr)$/.test(file) && data.size === 0;

/** @param {Document} document @returns {Fault} */
function emptyAccess({ file, url }) {
  const wrong = 'the access document is empty, so nobody can open what it guards, not even its owner';
  return { file, url, wrong, right: 'At least the owner has acl:Control.', severity: 'fault' };
}

/** @param {import('n3').Store} data @param {import('./catalogue.mjs').Target[]} targets */
function countThings(data, targets) {
  const things = targets.flatMap(({ predicate, object, isObject }) =>
    isObject ? data.getObjects(null, predicate, null) : data.getSubjects(predicate, object ?? null, null)
  );
  return new Set(things.map((thing) => thing.id)).size;
}
