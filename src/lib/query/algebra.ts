/** A query as Comunica's parser takes it apart (SPARQL 1.1, 18.2): nodes with a `type`, terms with a `termType`. */
export interface Operation {
  readonly type: string;
  readonly input?: Operation | readonly Operation[];
  readonly [more: string]: unknown;
}

export interface Variable {
  readonly termType: 'Variable';
  readonly value: string;
}

/** Below every node: operations, but not the insides of terms. (A pattern is both: a node, and a Quad term.) */
export function* nodesOf(value: unknown): Generator<Operation> {
  if (typeof value !== 'object' || value === null) return;
  const node = value as Partial<Operation> & { termType?: string };
  if (typeof node.type === 'string') yield node as Operation;
  else if (node.termType) return;
  for (const [key, part] of Object.entries(node)) if (key !== 'metadata') yield* nodesOf(part);
}

export const inputsOf = (node: Operation): readonly Operation[] =>
  Array.isArray(node.input) ? node.input : node.input ? [node.input as Operation] : [];
