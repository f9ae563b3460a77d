import type { OpenHouse } from '#lib/app/open-house.ts';
import { feedOf, type Feed } from '#lib/posts/feed.question.ts';
import { gistsOver, type Gists } from '#lib/posts/gists.ts';
import { sightingsIn } from '#lib/posts/sightings.ts';
import { watchQuestion } from '#lib/query/watch-question.ts';
import type { Friend } from '../world/friends.ts';

/** Looks at the feed until an answer is good enough. Rejects with the question's own trouble. */
export async function watched(
  { house }: OpenHouse,
  friends: readonly Friend[],
  isEnough: (feed: Feed) => boolean,
  gists: Gists = gistsOver(house.notes)
): Promise<{ took: number; first: number; feed: Feed; gists: Gists }> {
  const people = friends.map(({ source }) => source);
  const sightings = await sightingsIn(house.notes);
  const question = feedOf(
    async () => people,
    gists,
    sightings,
    () => house.sync.outbox()
  );
  const begun = performance.now();
  let first = Infinity;
  return new Promise((done, fail) => {
    const stop = watchQuestion(house.asking, question, (answer) => {
      const now = performance.now() - begun;
      if ('trouble' in answer) {
        stop();
        return fail(new Error(answer.trouble.detail));
      }
      if (answer.value.posts.length > 0) first = Math.min(first, now);
      if (!isEnough(answer.value)) return;
      stop();
      done({ took: now, first, feed: answer.value, gists });
    });
  });
}
