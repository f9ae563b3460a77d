import { quadKey, termKey } from '#lib/rdf/key.ts';
import { dataFactory } from '#lib/rdf/n3.ts';
import type { Quad, Term } from '#lib/rdf/terms.ts';

type Wanted = Term | null | undefined;

const PARTS = ['subject', 'predicate', 'object', 'graph'] as const;

/** Comunica's own maker of rows. */
interface BindingsFactory {
  bindings(entries: readonly (readonly [variable: Term, value: Term])[]): unknown;
}

/**
 * Statements of several documents as Comunica asks for them (RDF/JS Source). `GRAPH ?doc` sees each document by itself;
 * outside of GRAPH all of them are one graph, in which a statement stands once.
 */
export class QuadSource {
  readonly #named: Index;
  readonly #merged: () => Index;

  constructor(quads: readonly Quad[]) {
    this.#named = new Index(quads);
    let merged: Index | undefined;
    // Built when a pattern outside of GRAPH is asked for.
    this.#merged = () => (merged ??= new Index(mergedOf(quads)));
  }

  match(subject?: Wanted, predicate?: Wanted, object?: Wanted, graph?: Wanted): readonly Quad[] {
    const merged = graph?.termType === 'DefaultGraph';
    const found = (merged ? this.#merged() : this.#named).match(subject, predicate, object);
    if (merged || !graph) return found;
    return found.filter((quad) => quad.graph.value === graph.value);
  }

  /** The same as rows: Comunica skips its own way from statements to rows when a source does this. */
  matchBindings(factory: BindingsFactory, ...pattern: readonly Term[]): readonly unknown[] {
    const [subject, predicate, object, graph] = pattern.map((term) =>
      term.termType === 'Variable' ? null : term
    );
    const wanted = PARTS.flatMap((part, i) => {
      const variable = pattern[i]!;
      return variable.termType === 'Variable' ? [{ part, variable }] : [];
    });
    const names = new Set(wanted.map(({ variable }) => variable.value));
    const found = this.match(subject, predicate, object, graph);
    if (names.size === wanted.length) {
      return found.map((quad) =>
        factory.bindings(wanted.map(({ part, variable }) => [variable, quad[part]]))
      );
    }
    // `?a ?b ?a`: one value for each name, or no row.
    return found.flatMap((quad) => {
      const row = new Map(
        wanted.map(({ part, variable }) => [variable.value, [variable, quad[part]] as const])
      );
      const fits = wanted.every(({ part, variable }) => row.get(variable.value)![1].equals(quad[part]));
      return fits ? [factory.bindings([...row.values()])] : [];
    });
  }

  countQuads(subject?: Wanted, predicate?: Wanted, object?: Wanted, graph?: Wanted): number {
    return this.match(subject, predicate, object, graph).length;
  }
}

function mergedOf(quads: readonly Quad[]): Quad[] {
  const merged = new Map<string, Quad>();
  for (const quad of quads) {
    const key = quadKey(quad);
    if (!merged.has(key))
      merged.set(key, dataFactory.quad(quad.subject, quad.predicate, quad.object) as Quad);
  }
  return [...merged.values()];
}

const NONE: readonly Quad[] = [];

class Index {
  readonly #all: readonly Quad[];
  readonly #parts = { subject: new Map(), predicate: new Map(), object: new Map() } as Record<
    'subject' | 'predicate' | 'object',
    Map<string, Quad[]>
  >;

  constructor(quads: readonly Quad[]) {
    this.#all = quads;
    for (const quad of quads) {
      for (const part of ['subject', 'predicate', 'object'] as const) {
        const key = termKey(quad[part]);
        const known = this.#parts[part].get(key);
        if (known) known.push(quad);
        else this.#parts[part].set(key, [quad]);
      }
    }
  }

  match(subject: Wanted, predicate: Wanted, object: Wanted): readonly Quad[] {
    const wanted = Object.entries({ subject, predicate, object })
      .filter((one): one is ['subject' | 'predicate' | 'object', Term] => Boolean(one[1]))
      .map(([part, term]) => ({ part, term, found: this.#parts[part].get(termKey(term)) ?? NONE }))
      .sort((a, b) => a.found.length - b.found.length);
    const [best, ...others] = wanted;
    if (!best) return this.#all;
    if (others.length === 0) return best.found;
    return best.found.filter((quad) => others.every(({ part, term }) => quad[part].equals(term)));
  }
}
