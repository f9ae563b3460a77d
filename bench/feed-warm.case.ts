import { memoryCache } from '#lib/cache/memory-cache.ts';
import type { Bench } from './doors.ts';
import { demandNewest } from './feed/demand-newest.ts';
import { emptyHouse } from './feed/empty-house.ts';
import { raw } from './feed/raw.ts';
import { watched } from './feed/watched.ts';
import { interleaved, median, ratioOf } from './rounds.ts';
import { row, type Row } from './row.ts';
import { withFriends } from './world/with-friends.ts';

const SIZE = { n: 400, p: 50 };
const CHANGED = 5;
const SHOWN = 50;

/** A page opened again with 20,000 posts remembered, five of 400 pages changed, against reading all pages again. */
export function feedWarm(bench: Bench): Promise<Row[]> {
  return withFriends(bench, [SIZE], { apart: false }, async (company) => {
    const friends = company.of(SIZE);
    const urls = friends.map(({ recent }) => recent);
    const cache = memoryCache();
    // Another page each time, over what the one before it remembered.
    const visit = async () => {
      const open = emptyHouse(friends, fetch, cache);
      try {
        const begun = performance.now();
        const before = await watched(open, friends, ({ complete }) => complete);
        await open.house.sync.refresh(urls);
        const { feed, gists } = await watched(open, friends, ({ complete }) => complete, before.gists);
        const took = performance.now() - begun;
        await gists.keep();
        demandNewest(
          'Our feed',
          { newest: feed.posts.slice(0, SHOWN).map(({ post }) => post.id) },
          friends,
          SHOWN
        );
        return { took, first: before.took };
      } finally {
        open.close();
      }
    };
    await visit();
    const first: number[] = [];
    const changed = () => company.freshen(friends.slice(0, CHANGED));
    const taken = await interleaved(
      { rounds: bench.rounds, milliseconds: 45_000 },
      {
        ours: async () => {
          await changed();
          const reading = await visit();
          first.push(reading.first);
          return reading.took;
        },
        raw: () => changed().then(() => raw(urls))
      }
    );
    bench.say(
      `feed-warm: ours ${ms(taken.ours)} (${ms(first)} until all that is remembered stood there), raw GETs ${ms(taken.raw)} here and now`
    );
    return [
      row('feed-warm', '20,000 posts, 5 of 400 pages changed', ratioOf(taken.ours, taken.raw), '<= 1.15')
    ];
  });
}

const ms = (all: readonly number[]): string => `${median(all).toFixed(0)} ms`;
