/** Why a question has no answer: a kind that screens have words for, and the detail for "look underneath". */
export interface Trouble {
  readonly kind: string;
  readonly detail: string;
}

/** From anything thrown. Errors of the rooms below carry a `problem`; what is not theirs is a defect: `broken`. */
export function troubleOf(error: unknown): Trouble {
  const { problem } = (error ?? {}) as { problem?: Partial<Trouble> };
  if (typeof problem?.kind === 'string') return { kind: problem.kind, detail: String(problem.detail ?? '') };
  return { kind: 'broken', detail: error instanceof Error ? error.message : String(error) };
}
