import type { Hint } from './hint.rules.ts';

/** A message that was read and could be true. */
export interface Candidate {
  readonly url: string;
  readonly hint: Hint;
  /** How many messages were put off after this one was, when its sender's space did not answer; unset: never was. */
  readonly putOff?: number | undefined;
}

/**
 * Which messages to check first, since each check asks a stranger's server and a look makes only so many: those that
 * name somebody I know, then one of each name in turn, then those whose sender did not answer, longest ago first. So
 * neither a heap in one name nor a heap that cannot be checked keeps a true message waiting behind it.
 */
export function inOrder(candidates: readonly Candidate[], knows: (person: string) => boolean): Candidate[] {
  const turns = new Map<string, number>();
  const ranked = candidates.map((candidate) => {
    const { actor } = candidate.hint;
    const turn = turns.get(actor) ?? 0;
    turns.set(actor, turn + 1);
    const group = candidate.putOff !== undefined ? 2 : knows(actor) ? 0 : 1;
    return { candidate, group, place: candidate.putOff ?? turn };
  });
  return ranked.sort((a, b) => a.group - b.group || a.place - b.place).map(({ candidate }) => candidate);
}
