import { AS } from '#lib/rdf/vocab.ts';
import type { House } from '#lib/people/me.ts';
import { sources } from '#lib/people/sources.question.ts';
import { mySpace } from '#lib/people/space.ts';
import type { Question } from '#lib/query/ask.ts';
import { byLiveliness } from './lively.rules.ts';

/**
 * What the app keeps true while it is open, what matters most first: messages to me, my own pages (I may write on
 * another device), then my friends' pages, the liveliest friend first.
 */
export function followed(house: House, now = house.now): Question<string[]> {
  return async (read) => {
    const { inbox } = await mySpace(house.me)(read);
    const [mine, ...friends] = await sources(house)(read);
    const known = await Promise.all(
      friends.map(async ({ documents }) => {
        // Only what this device remembers: whether somebody is lively is no reason to ask the network.
        const views = await Promise.all(documents.map((url) => house.asking.read(url)));
        const times = views.flatMap(({ graph }) =>
          graph.ofType(AS.Note).flatMap((post) => graph.objects(post, AS.published))
        );
        return { documents, times: times.map(({ value }) => Date.parse(value)).filter(Number.isFinite) };
      })
    );
    const lively = byLiveliness(known, now());
    return [...new Set([inbox, ...(mine?.documents ?? []), ...lively.flatMap(({ documents }) => documents)])];
  };
}
