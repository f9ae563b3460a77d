import { possessive } from './possessive.ts';

/** Why something was not sent, for the person who did it. */
export interface Refusal {
  /** What happened. */
  readonly title: string;
  /** What to do. */
  readonly text: string;
}

/**
 * Words for a problem kind (solid/problem.ts) that stopped a write.
 * @param name whose space it is; undefined for one's own
 */
export function refusal(kind: string, name?: string): Refusal {
  const [title, mine, theirs] = WHY[kind] ?? OTHER;
  const space = name === undefined ? 'Your space' : `${possessive(name)} space`;
  const told = name === undefined ? mine : theirs;
  return { title: title.replace('{space}', space), text: told.replaceAll('{name}', name ?? '') };
}

type Words = readonly [title: string, mine: string, theirs: string];

const OTHER: Words = [
  '{space} did not take this.',
  'Try again; if it stays so, copy what you wrote.',
  'Try again; if it stays so, ask {name}.'
];
const WHY: Readonly<Record<string, Words>> = {
  forbidden: [
    '{space} does not let you write here.',
    'Somebody may have changed who may write in it. Try again, or copy what you wrote.',
    'Only {name} can change that. Try again later.'
  ],
  unauthorised: [
    '{space} asks you to sign in again.',
    'Sign in again, then try again.',
    'Sign in again, then try again.'
  ],
  full: [
    '{space} is full.',
    'Make room in it, or make this shorter, then try again.',
    '{name} has to make room in it. Try again later.'
  ],
  conflict: [
    'Something else changed there at the same time.',
    'Look at what is there now, then try again.',
    'Look at what is there now, then try again.'
  ],
  missing: [
    '{space} has no place for this.',
    'Prepare your space again under You, then try again.',
    '{name} may have moved. Try again later.'
  ],
  gone: [
    '{space} has no place for this any more.',
    'Prepare your space again under You, then try again.',
    '{name} may have moved. Try again later.'
  ],
  unsafe: [
    'The address of this place is not safe to open.',
    'Copy what you wrote, then give this up.',
    'Ask {name} for another address.'
  ]
};
