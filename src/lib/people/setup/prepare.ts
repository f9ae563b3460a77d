import type { House } from '../me.ts';
import type { Step, StepId } from './step.ts';

export type Progress = (step: StepId, state: 'doing' | 'done' | 'failed') => void;

/**
 * Makes what is missing, one step after the other. When something is refused it gives up what is left of that step and
 * throws its PodProblem: planning again finds what is still missing, so going on later is the same as beginning.
 *
 * Never side by side: when two things are made in one folder at once, Community Solid Server 7.2 with its plain file
 * backend may write back a half-read description of that folder, and the root of a space forgets that it is one
 * (pim:Storage). Seen in e2e/other-server.spec.ts.
 */
export async function prepare(house: House, steps: readonly Step[], onProgress: Progress): Promise<void> {
  for (const step of steps) if (step.state === 'missing') await make(house, step, onProgress);
}

async function make({ sync }: House, { id, writes }: Step, onProgress: Progress): Promise<void> {
  onProgress(id, 'doing');
  const entries = await sync.change(writes);
  try {
    await sync.settled(entries);
  } catch (error) {
    onProgress(id, 'failed');
    for (const entry of await sync.outbox()) if (entries.includes(entry.id)) await sync.discard(entry.id);
    throw error;
  }
  onProgress(id, 'done');
}
