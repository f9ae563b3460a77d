import type { Trouble } from './trouble.ts';

/**
 * `query`: the text cannot be read or asks for what is not allowed here; `slow`: it took too long; `broken`: the
 * machine failed, and works again for the next one.
 */
export type QueryProblemKind = 'query' | 'slow' | 'broken';

/** Why a query has no answer. */
export class QueryProblem extends Error {
  readonly problem: Trouble & { readonly kind: QueryProblemKind };
  constructor(kind: QueryProblemKind, detail: string) {
    super(`${kind}: ${detail}`);
    this.name = 'QueryProblem';
    this.problem = { kind, detail };
  }
}
