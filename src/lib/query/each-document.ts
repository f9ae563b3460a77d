import { inputsOf, nodesOf, type Operation, type Variable } from './algebra.ts';

/** The variable that says which document a row comes from. */
export const DOCUMENT = '__document';

/** What gives the same from one document whatever the others say, and each time it is asked. */
const PLAIN = new Set([
  'project',
  'filter',
  'bgp',
  'join',
  'leftjoin',
  'union',
  'extend',
  'pattern',
  'values',
  'expression'
]);
const CHANCE = new Set(['rand', 'now', 'uuid', 'struuid', 'bnode']);

/** A query for all documents at once whose rows say which one they come from. */
export interface Each {
  readonly algebra: Operation;
  /** Whether equal rows of a document count as one. */
  readonly distinct: boolean;
}

/**
 * The same query, asked of each document by itself, all in one go: every pattern within `GRAPH ?__document` (the given
 * variable). Rows come in no order and more than once: both are done faster with plain data. Undefined when it would
 * be another question: LIMIT, groups and sub-queries look at all rows together, paths and MINUS at more than one
 * statement's graph, RAND and NOW at neither.
 */
export function eachDocument(query: Operation, variable: Variable): Each | undefined {
  const distinct = query.type === 'distinct' || query.type === 'reduced';
  const top = distinct ? (query.input as Operation) : query;
  const ordered = top.input as Operation;
  const algebra = ordered.type === 'orderby' ? { ...top, input: ordered.input as Operation } : top;
  const nodes = [...nodesOf(algebra)];
  if (!nodes.every(isPlain)) return undefined;
  if (nodes.filter(({ type }) => type === 'project').length !== 1) return undefined;
  if (nodes.some(({ type, graph }) => type === 'pattern' && !isDefault(graph))) return undefined;
  if (!binds(algebra) || !nodes.every(staysInside)) return undefined;
  return { algebra: rewrite(algebra, variable) as Operation, distinct };
}

function isPlain(node: Operation): boolean {
  if (!PLAIN.has(node.type)) return false;
  if (node.type !== 'expression') return true;
  return node.subType !== 'aggregate' && !CHANCE.has(String(node.operator).toLowerCase());
}

const isDefault = (graph: unknown): boolean => (graph as { termType?: string }).termType === 'DefaultGraph';

/** Whether every row of it comes from a document: otherwise there would be one row where each document had one. */
function binds(node: Operation): boolean {
  if (node.type === 'bgp') return (node.patterns as unknown[]).length > 0;
  if (node.type === 'values') return false;
  const inputs = inputsOf(node);
  if (node.type === 'union') return inputs.every(binds);
  if (node.type === 'leftjoin') return binds(inputs[0]!);
  return inputs.some(binds);
}

/** EXISTS and OPTIONAL look into the row's own document only if the row has one by then. */
function staysInside(node: Operation): boolean {
  const looks = [...nodesOf(node.expression)].some(({ subType }) => subType === 'existence');
  if (node.type === 'leftjoin') return binds(inputsOf(node)[0]!);
  return !looks || binds(inputsOf(node)[0]!);
}

function rewrite(value: unknown, document: Variable): unknown {
  if (Array.isArray(value)) return value.map((part) => rewrite(part, document));
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Operation & { termType?: string };
  if (node.type === 'pattern') return inGraph(node, document);
  if (node.termType) return value;
  const parts = Object.entries(node).map(([key, part]) => [
    key,
    key === 'metadata' ? part : rewrite(part, document)
  ]);
  const next = Object.fromEntries(parts) as Operation;
  if (node.type !== 'project') return next;
  return { ...next, variables: [...(node.variables as Variable[]), document] };
}

/** A copy that keeps the class: a pattern is a term with methods too. */
const inGraph = (pattern: Operation, graph: Variable): Operation =>
  Object.assign(Object.create(Object.getPrototypeOf(pattern) as object), pattern, { graph }) as Operation;
