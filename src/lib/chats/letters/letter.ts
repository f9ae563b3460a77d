import type { Graph } from '#lib/rdf/graph.ts';
import { readAll } from '#lib/rdf/shape.ts';
import { joinLetter, leaveLetter, refusalLetter } from './letter.shape.ts';
import type { JoinLetter, LeaveLetter, RefusalLetter } from './letter.shape.ts';

/** What a letter about a chat says. Nothing of it is believed before its signature was checked. */
export type Letter =
  | ({ readonly kind: 'join' } & JoinLetter)
  | ({ readonly kind: 'leave' } & LeaveLetter)
  | ({ readonly kind: 'refusal' } & RefusalLetter);

/** The letter in a message of my inbox; undefined for what is none, or more than one. */
export function letterIn(graph: Graph): Letter | undefined {
  const all: Letter[] = [
    ...readAll(joinLetter, graph).map((each) => ({ kind: 'join' as const, ...each })),
    ...readAll(leaveLetter, graph).map((each) => ({ kind: 'leave' as const, ...each })),
    ...readAll(refusalLetter, graph).map((each) => ({ kind: 'refusal' as const, ...each }))
  ];
  return all.length === 1 ? all[0] : undefined;
}
