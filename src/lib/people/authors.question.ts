import { profileOf } from './profile.question.ts';
import type { Person } from './profile.rules.ts';
import type { Question } from '#lib/query/ask.ts';

/**
 * Who these people are, by address. What the cache knows is good enough for a name beside a post: only profiles never
 * seen are fetched, so a list costs no request for each face in it.
 */
export function authorsOf(ids: readonly string[]): Question<Map<string, Person>> {
  return async (read) => {
    const people = await Promise.all(ids.map((id) => profileOf(id)((url) => read(url, 'known'))));
    return new Map(people.map((person) => [person.id, person]));
  };
}
