import type { Befell } from './befell.ts';
import type { Ground } from './ground.ts';
import { play } from './play.ts';
import { reckon } from './reckon.ts';
import { schedule } from './schedule.ts';

export interface Told {
  readonly seed: number;
  /** What is wrong at the end, and the way there; nothing when all is well. */
  readonly wrong: readonly string[];
  readonly writes: number;
  /** Those of them in chats. */
  readonly talk: number;
  readonly died: number;
  readonly befell: Befell;
  /** How often each kind of step was taken. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Plays the story of a seed to its end and looks what came of it. */
export async function story(ground: Ground, seed: number, longest?: number): Promise<Told> {
  const steps = schedule(seed, longest);
  const counts: Record<string, number> = {};
  for (const step of steps) counts[step.do] = (counts[step.do] ?? 0) + 1;
  try {
    const { ledger, device } = await play(ground, steps);
    const wrong = await reckon(ground, ledger, device);
    device.end();
    const way = wrong.length
      ? [`seed ${seed}`, ...steps.map((step, n) => `${n} ${JSON.stringify(step)}`)]
      : [];
    const { died, befell } = device;
    const { writes, talk } = ledger;
    return { seed, wrong: [...wrong, ...way], writes, talk, died, befell, counts };
  } finally {
    ground.at = `closing after ${ground.at}`;
    await ground.close();
  }
}
