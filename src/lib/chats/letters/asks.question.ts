import { readAll } from '#lib/rdf/shape.ts';
import type { Me } from '#lib/people/me.ts';
import type { Question } from '#lib/query/ask.ts';
import { keptDocument } from '../mine.ts';
import { joinLetter, type JoinLetter } from './letter.shape.ts';

/** Chats I asked to be let into, and was not yet (or was refused). */
export function asks(me: Me): Question<readonly JoinLetter[]> {
  return async (read) => {
    const { graph } = await read(keptDocument(me));
    return readAll(joinLetter, graph).filter(({ actor }) => actor === me.id);
  };
}
