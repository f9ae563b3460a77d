import type { Graph } from '#lib/rdf/graph.ts';
import { termKey } from '#lib/rdf/key.ts';
import type { Quad, Term } from '#lib/rdf/terms.ts';
import { inputsOf, type Operation, type Variable } from './algebra.ts';
import { expression, holds, type Solution } from './expressions.ts';

export type { Solution } from './expressions.ts';

/** All solutions over a graph. `given` is known beforehand: the row that EXISTS asks for, else nothing. */
export type Solver = (graph: Graph, given: Solution) => Solution[];

/** What SPARQL 1.1, 18.5 says of one node of the algebra; undefined for one that is not known here. */
export function solver(node: Operation): Solver | undefined {
  if (node.type === 'bgp') return patterns(node.patterns as readonly Pattern[]);
  if (node.type === 'values') return values(node);
  const [one, other] = inputsOf(node).map(solver);
  if (!one || (inputsOf(node).length > 1 && !other)) return undefined;
  if (inputsOf(node).length > 2) return several(node);
  if (node.type === 'join') return (graph) => joined(one(graph, {}), other!(graph, {}));
  if (node.type === 'union') return (graph) => [...one(graph, {}), ...other!(graph, {})];
  const said = node.expression ? expression(node.expression as Operation, existence) : undefined;
  if (node.expression && !said) return undefined;
  if (node.type === 'filter' && said)
    return (graph) => one(graph, {}).filter((row) => holds(said, row, graph));
  if (node.type === 'extend' && said) {
    const name = (node.variable as Variable).value;
    return (graph) =>
      one(graph, {}).map((row) => {
        const value = said(row, graph);
        return value ? { ...row, [name]: value } : row;
      });
  }
  if (node.type !== 'leftjoin') return undefined;
  const fits = (row: Solution, graph: Graph) => !said || holds(said, row, graph);
  return (graph) => optional(one(graph, {}), other!(graph, {}), (row) => fits(row, graph));
}

/** A join or union of three and more is one of two, again and again. */
function several(node: Operation): Solver | undefined {
  const inputs = inputsOf(node);
  if (node.type !== 'join' && node.type !== 'union') return undefined;
  return solver({ ...node, input: [{ ...node, input: inputs.slice(0, -1) }, inputs.at(-1)!] });
}

/** EXISTS { patterns }: with anything else inside it is Comunica's. */
const existence = (inner: Operation) =>
  inner.type === 'bgp' ? patterns(inner.patterns as readonly Pattern[]) : undefined;

interface Pattern {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
  readonly graph: Term;
}
const PARTS = ['subject', 'predicate', 'object'] as const;

/** Pattern by pattern, each looked up with what the ones before have found. */
function patterns(all: readonly Pattern[]): Solver | undefined {
  const known = all.every(
    (pattern) =>
      pattern.graph.termType === 'DefaultGraph' &&
      PARTS.every((part) => ['Variable', 'NamedNode', 'Literal'].includes(pattern[part].termType))
  );
  if (!known) return undefined;
  const matches = all.map(matcher);
  return (graph, given) =>
    matches.reduce<Solution[]>((rows, match) => rows.flatMap((row) => match(graph, row)), [given]);
}

function matcher(pattern: Pattern): (graph: Graph, row: Solution) => Solution[] {
  const places = PARTS.map((part) => {
    const term = pattern[part];
    return { part, name: term.termType === 'Variable' ? term.value : undefined, key: termKey(term) };
  });
  const keyIn = (row: Solution, { name, key }: (typeof places)[number]): string | undefined => {
    if (name === undefined) return key;
    return row[name] && termKey(row[name]);
  };
  return (graph, row) => {
    const [subject, predicate, object] = places.map((place) => keyIn(row, place));
    const found: Solution[] = [];
    // Asked for every statement about every post.
    for (const quad of subject === undefined ? graph.quads : graph.about(subject)) {
      if (predicate !== undefined && !isIt(quad.predicate, predicate)) continue;
      if (object !== undefined && !isIt(quad.object, object)) continue;
      if (quad.graph.termType !== 'DefaultGraph') continue;
      const next = filled(quad, row);
      if (next) found.push(next);
    }
    return found;
  };

  /** The row with what the statement adds; `?a ?b ?a` needs the same term twice. */
  function filled(quad: Quad, row: Solution): Solution | undefined {
    const next: Record<string, Term> = { ...row };
    for (const { part, name } of places) {
      if (name === undefined || row[name]) continue;
      if (next[name] && termKey(next[name]) !== termKey(quad[part])) return undefined;
      next[name] = quad[part];
    }
    return next;
  }
}

const isIt = (term: Term, key: string): boolean =>
  term.termType === 'NamedNode' ? term.value === key : termKey(term) === key;

function values(node: Operation): Solver {
  const rows = node.bindings as readonly Solution[];
  return () => [...rows];
}

/** Rows that agree on every variable both have. */
function joined(left: readonly Solution[], right: readonly Solution[]): Solution[] {
  const partners = partnersIn(right, left);
  return left.flatMap((row) => partners(row).map((other) => ({ ...other, ...row })));
}

function optional(
  left: readonly Solution[],
  right: readonly Solution[],
  fits: (row: Solution) => boolean
): Solution[] {
  const partners = partnersIn(right, left);
  return left.flatMap((row) => {
    const found = partners(row)
      .map((other) => ({ ...other, ...row }))
      .filter(fits);
    return found.length > 0 ? found : [row];
  });
}

/** Looks up by the variables that every row on both sides has, so that a thousand rows do not meet a thousand others. */
function partnersIn(rows: readonly Solution[], others: readonly Solution[]): (row: Solution) => Solution[] {
  const all = [...rows, ...others];
  const sure = Object.keys(rows[0] ?? {}).filter((name) => all.every((row) => row[name]));
  const keyOf = (row: Solution) => sure.map((name) => termKey(row[name]!)).join('\n');
  const byKey = new Map<string, Solution[]>();
  for (const row of rows) byKey.set(keyOf(row), [...(byKey.get(keyOf(row)) ?? []), row]);
  return (row) => (byKey.get(keyOf(row)) ?? []).filter((other) => agree(row, other));
}

const agree = (one: Solution, other: Solution): boolean =>
  Object.keys(one).every((name) => !other[name] || termKey(other[name]) === termKey(one[name]!));
