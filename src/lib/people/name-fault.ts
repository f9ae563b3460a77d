import { LONGEST_NAME } from './longest-name.ts';
import { words } from './words.ts';

/** What is wrong with a name as it was typed, as a sentence; undefined when nothing is. */
export function nameFault(typed: string): string | undefined {
  const { length } = typed.trim();
  if (length === 0) return words.profile.needName;
  return length > LONGEST_NAME ? words.profile.longName(LONGEST_NAME, length - LONGEST_NAME) : undefined;
}
