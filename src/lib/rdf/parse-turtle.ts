import { dataFactory } from './n3.ts';
import { Parser } from './n3-parser.ts';
import type { Quad } from './terms.ts';
import { TurtleProblem } from './turtle-problem.ts';

/** More statements than this in one document are refused: a parser bomb, not somebody's posts. */
export const QUAD_LIMIT = 50_000;

/**
 * The statements of a Turtle document, relative IRIs resolved against `base` (the document's own URL).
 * Blank nodes are labelled by document, so that graphs of several documents can stand side by side.
 * Throws a TurtleProblem, and nothing else, for anything that cannot be read.
 */
export function parseTurtle(text: string, base: string): Quad[] {
  const space = `d${fingerprint(base)}`;
  try {
    // Synchronous on purpose: with a callback, n3 2.13 throws past it on `@prefix a: <1:>.`.
    const options = {
      format: 'text/turtle',
      baseIRI: base,
      blankNodePrefix: `${space}_`,
      // A version that it does not know yet is not for it to refuse.
      parseUnsupportedVersions: true,
      factory: counting(base, space)
    };
    return plain(new Parser(options).parse(text) as Quad[]);
  } catch (error) {
    if (error instanceof TurtleProblem) throw error;
    const line = (error as { context?: { line?: number } }).context?.line;
    throw new TurtleProblem(base, error instanceof Error ? error.message : String(error), line);
  }
}

/** Without statements about statements (RDF 1.2, which some servers keep): nothing here reads, stores or writes them. */
function plain(quads: Quad[]): Quad[] {
  const isPlain = ({ subject, object }: Quad) => !isQuad(subject) && !isQuad(object);
  return quads.every(isPlain) ? quads : quads.filter(isPlain);
}
const isQuad = ({ termType }: { readonly termType: string }): boolean => termType === 'Quad';

/**
 * n3's factory, with a cap on statements, names for `[]` that are the same at every reading, and one term for each
 * address: a page of posts says the same few hundred times, and comparing them is then comparing with themselves.
 */
function counting(base: string, space: string): typeof dataFactory {
  let quads = 0;
  let nameless = 0;
  const quad = (s: Quad['subject'], p: Quad['predicate'], o: Quad['object']) => {
    if (++quads > QUAD_LIMIT) throw new TurtleProblem(base, `more than ${QUAD_LIMIT} statements`);
    return dataFactory.quad(s, p, o);
  };
  // Written labels carry the prefix and an underscore, so these cannot meet them.
  // A million open brackets make as many nodes and not one statement, so nodes are counted too.
  const blankNode = (label?: string) => {
    if (label === undefined && ++nameless > QUAD_LIMIT)
      throw new TurtleProblem(base, `more than ${QUAD_LIMIT} nameless nodes`);
    return dataFactory.blankNode(label ?? `${space}-${nameless}`);
  };
  const named = new Map<string, ReturnType<typeof dataFactory.namedNode>>();
  const namedNode = ((value: string) => {
    let node = named.get(value);
    if (!node) named.set(value, (node = dataFactory.namedNode(value)));
    return node;
  }) as typeof dataFactory.namedNode;
  return { ...dataFactory, blankNode, namedNode, quad: quad as typeof dataFactory.quad };
}

/** Short and equal for equal addresses (FNV-1a over UTF-16 units, twice with different seeds). */
function fingerprint(address: string): string {
  const once = (seed: number) => {
    let hash = seed;
    for (let i = 0; i < address.length; i++) hash = Math.imul(hash ^ address.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(36);
  };
  return once(0x811c9dc5) + once(0x01234567);
}
