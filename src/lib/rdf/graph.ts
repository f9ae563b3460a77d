import { distinct, termKey } from './key.ts';
import type { Quad, Term } from './terms.ts';
import { RDF } from './vocab.ts';

/**
 * The statements of one or more documents, with an index by subject. Subjects and predicates are given
 * as IRI strings; a foreign document's blank node is addressed as `_:label`, as `subjects` returns it.
 */
export class Graph {
  readonly quads: readonly Quad[];
  readonly #bySubject = new Map<string, Quad[]>();

  constructor(quads: Iterable<Quad>) {
    this.quads = distinct(quads);
    for (const quad of this.quads) {
      const key = termKey(quad.subject);
      const known = this.#bySubject.get(key);
      if (known) known.push(quad);
      else this.#bySubject.set(key, [quad]);
    }
  }

  /** What passes, as a graph; this one itself when everything does, which spares building the index anew. */
  only(passes: (quad: Quad) => boolean): Graph {
    return this.quads.every(passes) ? this : new Graph(this.quads.filter(passes));
  }

  /** Whether the statement is there; without `object`, whether any value is. An object string is an IRI. */
  has(subject: string, predicate: string, object?: string | Term): boolean {
    const values = this.objects(subject, predicate);
    if (object === undefined) return values.length > 0;
    const wanted = keyOf(object);
    return values.some((value) => termKey(value) === wanted);
  }

  /** Every statement about a subject. */
  about(subject: string): readonly Quad[] {
    return this.#bySubject.get(subject) ?? [];
  }

  objects(subject: string, predicate: string): Term[] {
    return this.about(subject)
      .filter((quad) => quad.predicate.value === predicate)
      .map((quad) => quad.object);
  }

  object(subject: string, predicate: string): Term | undefined {
    return this.about(subject).find((quad) => quad.predicate.value === predicate)?.object;
  }

  /** The values that are IRIs; texts and blank nodes are passed over. */
  iris(subject: string, predicate: string): string[] {
    return this.objects(subject, predicate)
      .filter((term) => term.termType === 'NamedNode')
      .map((term) => term.value);
  }

  /** The first literal value, of whatever datatype or language. */
  text(subject: string, predicate: string): string | undefined {
    return this.objects(subject, predicate).find((term) => term.termType === 'Literal')?.value;
  }

  /** Who says this of the object. Without arguments: everybody the graph speaks of. */
  subjects(predicate?: string, object?: string | Term): string[] {
    if (predicate === undefined) return [...this.#bySubject.keys()];
    return [...this.#bySubject.keys()].filter((subject) => this.has(subject, predicate, object));
  }

  ofType(type: string): string[] {
    return this.subjects(RDF.type, type);
  }
}

function keyOf(object: string | Term): string {
  return typeof object === 'string' ? object : termKey(object);
}
