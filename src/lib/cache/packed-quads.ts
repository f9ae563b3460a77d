import { dataFactory } from '#lib/rdf/n3.ts';
import type { Quad, Term } from '#lib/rdf/terms.ts';
import { plainTerm, termOf } from './plain-quads.ts';

/** Statements on the way into or out of a worker: each term once, and three numbers a statement. */
export interface PackedQuads {
  readonly terms: readonly string[];
  readonly triples: Uint32Array<ArrayBuffer>;
}

export function pack(quads: readonly Quad[]): PackedQuads {
  const numbers = new Map<string, number>();
  const triples = new Uint32Array(quads.length * 3);
  let at = 0;
  for (const quad of quads) {
    for (const term of [quad.subject, quad.predicate, quad.object]) {
      const plain = plainTerm(term);
      let number = numbers.get(plain);
      if (number === undefined) numbers.set(plain, (number = numbers.size));
      triples[at++] = number;
    }
  }
  return { terms: [...numbers.keys()], triples };
}

/** The statements; with a name, in the graph of that name. */
export function unpack({ terms, triples }: PackedQuads, name?: string): Quad[] {
  const known: Term[] = terms.map(termOf);
  const graph = name === undefined ? undefined : dataFactory.namedNode(name);
  return Array.from(
    { length: triples.length / 3 },
    (_, i) =>
      dataFactory.quad(
        known[triples[i * 3]!] as Quad['subject'],
        known[triples[i * 3 + 1]!] as Quad['predicate'],
        known[triples[i * 3 + 2]!] as Quad['object'],
        graph
      ) as Quad
  );
}
