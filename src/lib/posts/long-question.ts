import type { House } from '#lib/people/me.ts';
import { sources } from '#lib/people/sources.question.ts';
import type { Question } from '#lib/query/ask.ts';
import { feedOf, type Feed } from './feed.question.ts';
import { gistsOf } from './gists.ts';
import type { FeedMemory } from './last-feed.ts';
import { sourceOf } from './posts-of.question.ts';
import { sightingsIn } from './sightings.ts';

/**
 * What a long feed asks: what everyone says, or one person (`whose`). `reach`: how far back, milliseconds since 1970.
 * Each answer is kept in `memory`.
 */
export async function longQuestion(
  house: House,
  reach: () => number,
  { whose, memory }: { whose?: string | undefined; memory?: FeedMemory | undefined }
): Promise<Question<Feed>> {
  const everyone = sources(house);
  const people = whose === undefined ? everyone : sourceOf(whose, everyone);
  const sightings = await sightingsIn(house.notes);
  const gists = gistsOf(house);
  const question = feedOf(people, gists, sightings, () => house.sync.outbox(), reach);
  return async (read) => {
    const feed = await question(read);
    await memory?.keep(feed);
    // Not awaited: the list is there. What cannot be kept is made again on the next visit. Only for whom all
    // was asked about: the rest is forgotten then.
    if (memory && feed.complete) gists.keep().catch(() => {});
    return feed;
  };
}
