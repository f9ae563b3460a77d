import { plainTerm, termOf } from '#lib/cache/plain-quads.ts';
import { dataFactory } from '#lib/rdf/n3.ts';
import type { Quad, Term } from '#lib/rdf/terms.ts';

/** What is asked: the statements of one document, known by its address. */
export interface AskedDocument {
  readonly url: string;
  readonly quads: readonly Quad[];
}

/** The same for the way into a worker: each term once, and three numbers a statement. */
export interface PackedDocument {
  readonly url: string;
  readonly terms: readonly string[];
  readonly triples: Uint32Array;
}

export function pack({ url, quads }: AskedDocument): PackedDocument {
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
  return { url, terms: [...numbers.keys()], triples };
}

/** The statements in a graph of that name. */
export function unpack({ terms, triples }: PackedDocument, name: string): Quad[] {
  const known: Term[] = terms.map(termOf);
  const graph = dataFactory.namedNode(name);
  return Array.from({ length: triples.length / 3 }, (_, i) => {
    const [subject, predicate, object] = [0, 1, 2].map((part) => known[triples[i * 3 + part]!]!);
    return dataFactory.quad(
      subject as Quad['subject'],
      predicate as Quad['predicate'],
      object as Quad['object'],
      graph
    ) as Quad;
  });
}
