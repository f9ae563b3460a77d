import type { Audience } from '#lib/posts/places.ts';
import type { Weather } from '#lib/solid/weather.ts';
import { random, type Random } from './random.ts';

/** One thing that a person does, or that happens to them. `which` picks among what there is at that moment. */
export type Step =
  | { readonly do: 'publish'; readonly audience: Audience }
  | { readonly do: 'edit' | 'remove' | 'unset' | 'replace' | 'unmake'; readonly which: number }
  /** In a chat: says something, gives something said another text, takes it back. */
  | { readonly do: 'say' | 'amend' | 'hush'; readonly which: number }
  | { readonly do: 'react'; readonly which: number; readonly emoji: string }
  | { readonly do: 'set' | 'create' | 'send'; readonly which: number }
  | { readonly do: 'refresh' | 'retry' | 'wake' | 'open' | 'close' | 'switch' }
  | { readonly do: 'cut' | 'join' | 'fill' | 'empty' }
  /** The tab dies at the so-many-th time that it waits for anything. */
  | { readonly do: 'kill'; readonly fuse: number }
  /** The server is killed and is back after so many steps. */
  | { readonly do: 'crash'; readonly steps: number }
  /** What happens to the very next requests. */
  | { readonly do: 'storm'; readonly weather: readonly Weather[] }
  /** The device's clock is off by so many milliseconds from now on. */
  | { readonly do: 'clock'; readonly off: number }
  /** Time goes by, in milliseconds. */
  | { readonly do: 'pass'; readonly time: number };

export const FAULTS = ['cut', 'kill', 'crash', 'storm', 'fill', 'clock', 'open'] as const;

type Make = (chance: Random) => Step;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const audience = (chance: Random): Audience => chance.pick(['public', 'friends'] as const);
const which = (chance: Random) => chance.below(1_000);
const rough: readonly Weather[] = [
  'broken',
  'lost',
  'lost',
  'lost',
  'slow',
  'offline',
  'unauthorised',
  'full'
];

const ACTS: readonly (readonly [weight: number, make: Make])[] = [
  [10, (chance) => ({ do: 'publish', audience: audience(chance) })],
  [7, (chance) => ({ do: 'edit', which: which(chance) })],
  [4, (chance) => ({ do: 'remove', which: which(chance) })],
  [4, (chance) => ({ do: 'set', which: which(chance) })],
  [8, (chance) => ({ do: 'say', which: which(chance) })],
  [4, (chance) => ({ do: 'amend', which: which(chance) })],
  [2, (chance) => ({ do: 'hush', which: which(chance) })],
  [4, (chance) => ({ do: 'react', which: which(chance), emoji: chance.pick(['👍', '❤️', '🎉']) })],
  [2, (chance) => ({ do: 'unset', which: which(chance) })],
  [2, (chance) => ({ do: 'create', which: which(chance) })],
  [2, (chance) => ({ do: 'send', which: which(chance) })],
  [2, (chance) => ({ do: 'replace', which: which(chance) })],
  [1, (chance) => ({ do: 'unmake', which: which(chance) })],
  [3, () => ({ do: 'refresh' })],
  [2, () => ({ do: 'retry' })],
  [1, () => ({ do: 'wake' })],
  [3, () => ({ do: 'switch' })],
  [4, (chance) => ({ do: 'pass', time: chance.pick([0, 500, 3_000, MINUTE, 10 * MINUTE, 14 * HOUR]) })]
];

const BLOWS: readonly (readonly [weight: number, make: Make])[] = [
  [3, () => ({ do: 'cut' })],
  [3, () => ({ do: 'join' })],
  [5, (chance) => ({ do: 'kill', fuse: chance.below(30) })],
  [3, () => ({ do: 'open' })],
  [1, () => ({ do: 'close' })],
  [2, (chance) => ({ do: 'crash', steps: 1 + chance.below(4) })],
  [
    6,
    (chance) => ({
      do: 'storm',
      weather: Array.from({ length: 1 + chance.below(4) }, () => chance.pick(rough))
    })
  ],
  [1, () => ({ do: 'fill' })],
  [2, () => ({ do: 'empty' })],
  [1, (chance) => ({ do: 'clock', off: chance.pick([-5 * MINUTE, 0, 5 * MINUTE]) })]
];

/** A random story, the same for the same seed: about one step in three goes wrong. */
export function schedule(seed: number, longest = 40): Step[] {
  const chance = random(seed);
  const draw = (from: typeof ACTS) =>
    chance.pick(from.flatMap(([weight, make]) => Array<Make>(weight).fill(make)))(chance);
  return Array.from({ length: 8 + chance.below(longest - 8) }, () => draw(chance.percent(35) ? BLOWS : ACTS));
}
