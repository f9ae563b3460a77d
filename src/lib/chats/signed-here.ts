import { Lru } from '#lib/cache/lru.ts';
import { signedText, type Signed } from './signed-text.ts';

// What was just written here shows at once as what it is, without being checked.
const made = new Lru<true>(1_000);

/** One question of who signed what, as a text. */
export const nameOf = (signed: Signed, proof: string, key: string): string =>
  `${key} ${proof} ${signedText(signed)}`;

export const noteSignedHere = (name: string): void => made.set(name, true);

export const isSignedHere = (name: string): boolean => made.get(name) !== undefined;
