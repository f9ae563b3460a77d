import { dataFactory } from '#lib/rdf/n3.ts';
import { quad, type Quad, type Term } from '#lib/rdf/terms.ts';
import { writeTurtle } from '#lib/rdf/turtle.ts';
import type { View } from '#lib/cache/view.ts';

/** Every statement of the chat's documents, with whole addresses, so that the file means the same wherever it lies. */
export function asTurtle({ views }: { readonly views: readonly Pick<View, 'graph'>[] }): string {
  const quads = statementsOf(views);
  return quads.length ? writeTurtle(quads) : '';
}

/** All of them in one graph. Labels of nameless things mean something within their document only. */
export function statementsOf(views: readonly Pick<View, 'graph'>[]): Quad[] {
  return views.flatMap(({ graph }, n) => {
    const own = (term: Term): Term =>
      term.termType === 'BlankNode' ? dataFactory.blankNode(`d${n}-${term.value}`) : term;
    return graph.quads.map(({ subject, predicate, object }) =>
      quad(own(subject as Term), predicate, own(object as Term))
    );
  });
}
