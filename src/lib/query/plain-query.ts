import type { Graph } from '#lib/rdf/graph.ts';
import { termKey } from '#lib/rdf/key.ts';
import type { Term } from '#lib/rdf/terms.ts';
import { nodesOf, type Operation, type Variable } from './algebra.ts';
import { solver, type Solution } from './solutions.ts';

/** One row: each bound variable's IRI or text. */
export type Row = Readonly<Record<string, string>>;

/**
 * A SELECT query as a function over one document, made from its algebra (SPARQL 1.1, 18.2) as Comunica's parser gives
 * it. Undefined for queries with more in them than patterns, FILTER, BIND, VALUES, OPTIONAL and UNION over the
 * document's own statements: those are Comunica's. Rows come in no order; ORDER BY is for whoever puts documents
 * together. Asking may throw Beyond (expressions.ts), where a value is of a kind that only Comunica knows.
 */
export function plainQuery(query: Operation): ((graph: Graph) => Row[]) | undefined {
  const distinct = query.type === 'distinct';
  const top = distinct ? (query.input as Operation) : query;
  if (top.type !== 'project') return undefined;
  const names = (top.variables as readonly Variable[]).map(({ value }) => value);
  const ordered = top.input as Operation;
  const where = ordered.type === 'orderby' ? (ordered.input as Operation) : ordered;
  const solutions = [...nodesOf(where)].some(({ type }) => type === 'project') ? undefined : solver(where);
  if (!solutions) return undefined;
  return (graph) => {
    const rows = solutions(graph, {});
    return (distinct ? different(rows, names) : rows).map((row) => textsOf(row, names));
  };
}

function different(rows: readonly Solution[], names: readonly string[]): Solution[] {
  const keyOf = (row: Solution) => names.map((name) => keyOfTerm(row[name])).join('\n');
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

// A text may hold line ends, and then only the length tells two rows apart.
function keyOfTerm(term: Term | undefined): string {
  const key = term ? termKey(term) : '';
  return `${key.length} ${key}`;
}

function textsOf(row: Solution, names: readonly string[]): Row {
  const texts: Record<string, string> = {};
  for (const name of names) if (row[name]) texts[name] = row[name].value;
  return texts;
}
