import { DiscoveryProblem, type Found } from '#lib/solid/discovery.ts';

export type { Found };

/** Why an address led nowhere; pages have words for each kind. */
export interface Trouble {
  readonly kind: DiscoveryProblem['kind'];
  /** What they may have meant. */
  readonly suggestion: string | undefined;
}

export function troubleOf(error: unknown): Trouble {
  if (error instanceof DiscoveryProblem) return { kind: error.kind, suggestion: error.suggestion };
  return { kind: 'unreachable', suggestion: undefined };
}
