import type { Write } from '#lib/sync/sync.ts';

export type StepId = 'public' | 'friends' | 'inbox' | 'settings' | 'contacts' | 'index' | 'card';

/** One thing that a space needs for Hearth, and what would make it so. */
export interface Step {
  readonly id: StepId;
  readonly state: 'there' | 'missing';
  /** In order; nothing in them touches what is there. Empty when it is there. */
  readonly writes: readonly Write[];
}

export const step = (id: StepId, writes: readonly Write[]): Step => ({
  id,
  state: writes.length === 0 ? 'there' : 'missing',
  writes
});
