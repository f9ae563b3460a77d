import type { Question } from '#lib/query/ask.ts';
import { profileOf } from '#lib/people/profile.question.ts';
import type { Source } from '#lib/people/sources.question.ts';

/**
 * One person as a source: the pages that I may read of a friend (or of mine), the public page that a stranger's own
 * profile names. Nobody when neither names any.
 */
export function sourceOf(id: string, people: Question<readonly Source[]>): Question<readonly Source[]> {
  return async (read) => {
    const known = (await people(read)).find(({ owner }) => owner === id);
    if (known) return [known];
    const { storages, streams } = await profileOf(id)(read);
    return [{ owner: id, storages, documents: streams }];
  };
}
