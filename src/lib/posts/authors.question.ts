import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import { profileOf } from '#lib/people/profile.question.ts';
import type { Person } from '#lib/people/profile.rules.ts';
import type { Question, Read } from '#lib/query/ask.ts';

/**
 * Who these people are, by address. What the cache knows is good enough for a name beside a post: only profiles never
 * seen are fetched, so a list costs no request for each face in it.
 */
export function authorsOf(
  house: Pick<House, 'asking'>,
  ids: readonly string[]
): Question<Map<string, Person>> {
  return async (read) => {
    const look: Read = async (url) => {
      const view = await house.asking.read(documentOf(url));
      return view.document === undefined && view.waiting.length === 0 ? read(url) : view;
    };
    const people = await Promise.all(ids.map((id) => profileOf(id)(look)));
    return new Map(people.map((person) => [person.id, person]));
  };
}
