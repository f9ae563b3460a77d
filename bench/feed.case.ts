import type { Bench } from './doors.ts';
import { byComunica } from './feed/comunica.ts';
import { fromApart } from './feed/apart.ts';
import { ours } from './feed/ours.ts';
import { demandNewest } from './feed/demand-newest.ts';
import { profile } from './feed/profile.ts';
import { raw } from './feed/raw.ts';
import { interleaved, median, ratioOf } from './rounds.ts';
import { row, type Row } from './row.ts';
import { withFriends } from './world/with-friends.ts';

const SHOWN = 50;
const SIZES = [
  { n: 10, p: 20 },
  { n: 10, p: 200 },
  { n: 50, p: 20 },
  { n: 50, p: 200 },
  { n: 10, p: 2000 },
  { n: 100, p: 20 },
  { n: 100, p: 200 },
  { n: 500, p: 20 },
  { n: 500, p: 200 },
  { n: 50, p: 2000 }
];
/** A large circle waits for the network mostly. */
const goalOf = (n: number) => (n >= 500 ? '<= 1.1' : '<= 1.25');

/** The first feed on a new device, against reading the same documents and doing nothing with them. */
export function feedCold(bench: Bench): Promise<Row[]> {
  return withFriends(bench, SIZES, { apart: false }, async (company) => {
    // Without this, whichever size comes first would also pay for the compiling of everything.
    await ours(company.of({ n: 50, p: 200 }), SHOWN);
    const rows: Row[] = [];
    for (const { n, p } of SIZES) {
      const friends = company.of({ n, p });
      const urls = friends.map(({ recent }) => recent);
      const counts: number[] = [];
      const first: number[] = [];
      const busy: number[] = [];
      const own = async () => {
        await company.freshen(friends);
        const worked = process.cpuUsage();
        const reading = await ours(friends, SHOWN);
        const { user, system } = process.cpuUsage(worked);
        busy.push((user + system) / 1000);
        demandNewest('Our feed', reading, friends, SHOWN);
        counts.push(reading.requests);
        first.push(reading.first);
        return reading.took;
      };
      const patience = { rounds: bench.rounds, milliseconds: 20_000 };
      const taken = await interleaved(patience, {
        ours: own,
        raw: () => company.freshen(friends).then(() => raw(urls))
      });
      const name = `N = ${n}, P = ${p}`;
      bench.say(
        `feed-cold: ${name}: ours ${ms(taken.ours)} (${ms(first)} until the first posts, ${ms(busy)} of processor time), raw GETs ${ms(taken.raw)} here and now`
      );
      const steps = Object.entries(await profile(friends)).map(
        ([step, took]) => `${step} ${took.toFixed(0)} ms`
      );
      bench.say(`  its steps, each alone, processor time: ${steps.join(', ')}`);
      rows.push(
        row('feed-cold', name, ratioOf(taken.ours, taken.raw), goalOf(n)),
        row('feed-cold', `${name}: requests / N`, Math.max(...counts) / n, '<= 1')
      );
    }
    return rows;
  });
}

/** The two usual ways to the same feed, in times of ours. */
export function feedNaive(bench: Bench): Promise<Row[]> {
  const sizes = SIZES.slice(0, 2);
  return withFriends(bench, sizes, { apart: true }, async (company) => {
    const rows: Row[] = [];
    for (const { n, p } of sizes) {
      const friends = company.of({ n, p });
      const urls = friends.map(({ recent }) => recent);
      const checked =
        (who: string, work: () => Promise<{ took: number; newest: readonly string[] }>) => async () => {
          await company.freshen(friends);
          const found = await work();
          demandNewest(who, found, friends, SHOWN);
          return found.took;
        };
      const taken = await interleaved(
        { rounds: bench.rounds, milliseconds: 40_000 },
        {
          ours: checked('Our feed', () => ours(friends, SHOWN)),
          comunica: checked('Comunica', () => byComunica(urls, SHOWN)),
          apart: checked('One document a post', () => fromApart(friends, SHOWN))
        }
      );
      const name = `N = ${n}, P = ${p}`;
      const times = `Comunica ${ms(taken.comunica)}, one document a post ${ms(taken.apart)}`;
      bench.say(`feed-naive: ${name}: ours ${ms(taken.ours)}, ${times} here and now`);
      rows.push(
        row(
          'feed-naive',
          `Comunica over the addresses, ${name}`,
          ratioOf(taken.comunica, taken.ours),
          '>= 1'
        ),
        row('feed-naive', `one document a post, ${name}`, ratioOf(taken.apart, taken.ours), '>= 1')
      );
    }
    return rows;
  });
}

const ms = (all: readonly number[]): string => `${median(all).toFixed(0)} ms`;
