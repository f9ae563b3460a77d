import { silenceOf, type Silence } from '#lib/posts/quiet.ts';
import type { Me } from '#lib/people/me.ts';
import { spaceOf } from '#lib/people/space.ts';
import type { Question } from '#lib/query/ask.ts';

/** What my own space last said, by the document that is asked for most. */
export interface OwnSpace {
  /** It was asked since, and answered me. */
  readonly heard: boolean;
  /** Why it cannot be read: it does not answer, lets me not read, or sends what cannot be read. */
  readonly fault: Silence | undefined;
}

/** @param since milliseconds since 1970 */
export function ownSpace(me: Me, since: number): Question<OwnSpace> {
  return async (read) => {
    const { document } = await read(spaceOf(me).subscriptions);
    if (!document) return { heard: false, fault: undefined };
    return {
      heard: document.asked >= since && document.problem?.kind !== 'unauthorised',
      fault: silenceOf(document)
    };
  };
}
