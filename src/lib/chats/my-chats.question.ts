import { readAll } from '#lib/rdf/shape.ts';
import { MEETING } from '#lib/rdf/vocab.ts';
import type { Me } from '#lib/people/me.ts';
import { mySpace } from '#lib/people/space.ts';
import { typeRegistration } from '#lib/people/type-registration.shape.ts';
import type { Question } from '#lib/query/ask.ts';

/** The chats that my type indexes name, wherever they lie. */
export function myChats(me: Me): Question<readonly string[]> {
  return async (read) => {
    const space = await mySpace(me)(read);
    const indexes = await Promise.all(
      [space.privateTypeIndex, space.publicTypeIndex].map((url) => read(url))
    );
    const named = indexes.flatMap(({ graph }) =>
      readAll(typeRegistration, graph)
        .filter(({ forClass }) => forClass === MEETING.LongChat)
        .flatMap(({ instances }) => instances)
    );
    return [...new Set(named)];
  };
}
