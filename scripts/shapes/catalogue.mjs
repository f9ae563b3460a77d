import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Validator } from 'shacl-engine';
import { factory, parse } from './rdf.mjs';

const SH = 'http://www.w3.org/ns/shacl#';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/**
 * @typedef {object} Target who a shape is about: things of a type, everything that uses a word, or what a word points to
 * @property {string} shape the shape's name, such as "A post"
 * @property {string} predicate
 * @property {string} [object]
 * @property {boolean} [isObject] what the word points to is meant, not who uses it
 */

/**
 * @typedef {object} Catalogue
 * @property {any} validator of shacl-engine, which has no types
 * @property {import('n3').Store} shapes
 * @property {Target[]} targets
 */

/**
 * Every shape of the project's shapes/ folder.
 * @returns {Promise<Catalogue>}
 */
export async function catalogue(folder = fileURLToPath(new URL('../../shapes', import.meta.url))) {
  const shapes = factory.dataset();
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ttl')).sort();
  for (const name of files) {
    const text = await readFile(join(folder, name), 'utf8');
    // Where the shapes are published does not matter here; the names only must differ by file.
    for (const quad of parse(text, `https://shapes.example/${name}`)) shapes.add(quad);
  }
  return { shapes, targets: targetsOf(shapes), validator: new Validator(shapes, { factory }) };
}

/** @param {import('n3').Store} shapes @returns {Target[]} */
function targetsOf(shapes) {
  const name = (/** @type {import('n3').Term} */ shape) =>
    shapes.getObjects(shape, `${SH}name`, null)[0]?.value ?? shape.value;
  return [
    ...shapes
      .getQuads(null, `${SH}targetClass`, null, null)
      .map((quad) => ({ shape: name(quad.subject), predicate: RDF_TYPE, object: quad.object.value })),
    ...shapes
      .getQuads(null, `${SH}targetSubjectsOf`, null, null)
      .map((quad) => ({ shape: name(quad.subject), predicate: quad.object.value })),
    ...shapes
      .getQuads(null, `${SH}targetObjectsOf`, null, null)
      .map((quad) => ({ shape: name(quad.subject), predicate: quad.object.value, isObject: true }))
  ];
}
