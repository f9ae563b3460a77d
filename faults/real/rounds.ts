import type { Ground } from '../ground.ts';
import { FAULTS } from '../schedule.ts';
import { story } from '../story.ts';
import { realGround, type Struck } from './real-ground.ts';
import type { RealPlace } from './real-place.ts';

export { realPlace } from './real-place.ts';

/** What came of many stories on the real server. */
export interface Sum {
  rounds: number;
  writes: number;
  /** Those of them in chats. */
  talk: number;
  /** How often what happened, by name. */
  readonly counts: Record<string, number>;
  /** Seeds whose story went wrong, and how. */
  readonly failed: { readonly seed: number; readonly wrong: readonly string[] }[];
}

/** A story that lasts longer than this waits for something that never comes, ms. */
const LONGEST = 300_000;

/** Plays the stories of `seed`, `seed + 1`, ... one after the other. `until`: begins no more after that time. */
export async function playRounds(
  place: RealPlace,
  wish: { rounds: number; seed: number; until?: number; begun?: (seed: number) => void },
  say: (line: string) => void
): Promise<Sum> {
  const struck: Struck = { kills: 0, starts: 0, fills: 0, unfilled: 0 };
  const counts: Record<string, number> = {};
  const sum: Sum = { rounds: 0, writes: 0, talk: 0, counts, failed: [] };
  const add = (name: string, times: number) => (counts[name] = (counts[name] ?? 0) + times);
  for (let seed = wish.seed; seed < wish.seed + wish.rounds; seed++) {
    if (Date.now() > (wish.until ?? Infinity)) break;
    wish.begun?.(seed);
    const begun = performance.now();
    let ground: Ground | undefined;
    const work = async () => story((ground = await realGround(place, seed, struck)), seed);
    const where = () =>
      `${ground?.at ?? 'before it began'}, ${place.way.under} requests at the server, which is ${place.server.running ? 'up' : 'down'}`;
    const told = await ended(work(), where);
    sum.rounds++;
    if (typeof told === 'string') sum.failed.push({ seed, wrong: [told] });
    else {
      sum.writes += told.writes;
      sum.talk += told.talk;
      add('tab killed', told.died);
      for (const kind of FAULTS) if (!OURS.has(kind)) add(NAMES[kind] ?? kind, told.counts[kind] ?? 0);
      if (told.wrong.length) sum.failed.push({ seed, wrong: told.wrong });
    }
    const bad = sum.failed.at(-1)?.seed === seed;
    const took = ((performance.now() - begun) / 1000).toFixed(1);
    say(`${sum.rounds}/${wish.rounds}: seed ${seed} ${bad ? 'WRONG' : 'well'} in ${took} s`);
    // What never ends goes on somewhere, and would be taken for the next story's.
    if (typeof told === 'string') break;
  }
  add('server killed', struck.kills);
  add('server started again', struck.starts);
  add('disk filled', struck.fills);
  if (struck.unfilled) add('disk NOT filled, for want of root', struck.unfilled);
  for (const [name, times] of Object.entries(place.way.counts)) add(`on the way: ${name}`, times);
  return sum;
}

const NAMES: Readonly<Record<string, string>> = {
  cut: 'network cut',
  clock: 'clock set (5 minutes off, or right)',
  open: 'duplicate tab'
};
/** Counted where they really happen. */
const OURS: ReadonlySet<string> = new Set(['kill', 'crash', 'storm', 'fill']);

/** What was told, or a sentence when the story broke or does not end. */
async function ended<T>(work: Promise<T>, where: () => string): Promise<T | string> {
  let watch: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((done) => {
    watch = setTimeout(() => done(`It did not end within ${LONGEST / 1000} s: ${where()}.`), LONGEST);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    return `It broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  } finally {
    clearTimeout(watch);
  }
}
