import { termKey } from './key.ts';
import type { Quad, Term } from './terms.ts';
import { RDF } from './vocab.ts';

/**
 * The statements of one or more documents, with an index by subject. Subjects and predicates are given
 * as IRI strings; a foreign document's blank node is addressed as `_:label`, as `subjects` returns it.
 */
export class Graph {
  readonly quads: readonly Quad[];
  readonly #bySubject: Map<string, Quad[]>;

  /** `index` is for `left` alone: what is known to be indexed, each statement once, need not be indexed again. */
  constructor(quads: Iterable<Quad>, index?: Map<string, Quad[]>) {
    this.#bySubject = index ?? new Map<string, Quad[]>();
    this.quads = index ? [...quads] : indexed(quads, this.#bySubject);
  }

  /** What is left of each subject's statements; this graph itself when everything is. */
  left(of: (about: readonly Quad[], subject: string) => readonly Quad[]): Graph {
    let all = true;
    const index = new Map<string, Quad[]>();
    for (const [subject, about] of this.#bySubject) {
      const rest = of(about, subject);
      if (rest.length < about.length) all = false;
      if (rest.length > 0) index.set(subject, rest as Quad[]);
    }
    return all ? this : new Graph([...index.values()].flat(), index);
  }

  /** With other statements about its subjects; this graph itself when they are all the same. */
  retold(by: (about: readonly Quad[], subject: string) => readonly Quad[]): Graph {
    const told = [...this.#bySubject].map(([subject, about]) => ({ about, told: by(about, subject) }));
    return told.every((one) => one.about === one.told) ? this : new Graph(told.flatMap((one) => one.told));
  }

  /** Whether the statement is there; without `object`, whether any value is. An object string is an IRI. */
  has(subject: string, predicate: string, object?: string | Term): boolean {
    const wanted = object === undefined ? undefined : keyOf(object);
    for (const quad of this.about(subject))
      if (quad.predicate.value === predicate && (wanted === undefined || termKey(quad.object) === wanted))
        return true;
    return false;
  }

  /** Every statement about a subject. */
  about(subject: string): readonly Quad[] {
    return this.#bySubject.get(subject) ?? [];
  }

  objects(subject: string, predicate: string): Term[] {
    const found: Term[] = [];
    for (const quad of this.about(subject)) if (quad.predicate.value === predicate) found.push(quad.object);
    return found;
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

/** From here on looking through what is known of a subject takes longer than a list of keys. */
const MANY = 24;

/** Each statement once, in the first order, and by subject. */
function indexed(quads: Iterable<Quad>, index: Map<string, Quad[]>): Quad[] {
  const all: Quad[] = [];
  const keys = new Map<Quad[], Set<string>>();
  const isThere = (about: Quad[], { predicate, object }: Quad): boolean => {
    if (about.length < MANY)
      return about.some((other) => other.predicate.value === predicate.value && other.object.equals(object));
    const keyOf = (quad: Quad) => `${quad.predicate.value} ${termKey(quad.object)}`;
    let known = keys.get(about);
    if (!known) keys.set(about, (known = new Set(about.map(keyOf))));
    const before = known.size;
    return known.add(keyOf({ predicate, object } as Quad)).size === before;
  };
  for (const quad of quads) {
    const key = termKey(quad.subject);
    const about = index.get(key);
    if (!about) index.set(key, [quad]);
    else if (isThere(about, quad)) continue;
    else about.push(quad);
    all.push(quad);
  }
  return all;
}
