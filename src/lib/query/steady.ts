import type { Question } from './ask.ts';
import { unchanged } from './unchanged.ts';

/**
 * For a screen that is to draw no more than what is news: makes questions whose answers are, as far as they say the
 * same, the objects of the answer before (`unchanged`), also when that was another question of the same kind.
 */
export function steady<T>(): (question: Question<T>) => Question<T> {
  let before: T | undefined;
  return (question) => async (read) => (before = unchanged(before, await question(read)));
}
