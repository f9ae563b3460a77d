import type { AccessRule } from '#lib/cache/cache.ts';

/** Who may read something, besides its owner. */
export interface Viewers {
  readonly everyone: boolean;
  /** Everybody who is signed in anywhere. */
  readonly signedIn: boolean;
  readonly people: readonly string[];
}

export const viewersOf = ({ owner, everyone, signedIn, people }: AccessRule): Viewers => ({
  everyone: everyone.includes('read'),
  signedIn: signedIn.includes('read'),
  people: Object.entries(people)
    .filter(([id, modes]) => modes.includes('read') && !owner.includes(id))
    .map(([id]) => id)
});

/** The answer in one line: "You and: Anna, Bob". */
export function viewersWords(
  { everyone, signedIn, people }: Viewers,
  nameOf: (id: string) => string
): string {
  if (everyone) return 'Everyone on the web.';
  if (signedIn) return 'Everyone who is signed in, wherever they come from.';
  if (people.length === 0) return 'Only you.';
  return `You and: ${people
    .map(nameOf)
    .sort((a, b) => a.localeCompare(b))
    .join(', ')}.`;
}
