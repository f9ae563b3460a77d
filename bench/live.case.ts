import { join } from 'node:path';
import type { Bench } from './doors.ts';
import { settled, twoFriends } from './live/at-browser.ts';
import { journey, type Journey } from './live/journey.ts';
import { writeAndRead } from './live/raw.ts';
import { interleaved, median, ratioOf } from './rounds.ts';
import { row, type Row } from './row.ts';
import { startBundled } from './servers/bundled.ts';

/** Five rounds say little of a 95th percentile. */
const LEAST = 25;
const LATEST = 250;

/** From the beginning of Bob's writing until it stands on Alice's open page: two browsers, the built client. */
export async function live(bench: Bench): Promise<Row[]> {
  bench.say('live: two people move in and become friends, in two browsers ...');
  const server = await startBundled(bench.root, join(bench.scratch, 'live'));
  const app = await bench.serveApp({ folder: join(bench.root, 'build'), port: 0, pods: server.url });
  const browser = await bench.openBrowser();
  try {
    const { alice, bob } = await twoFriends(bench, browser, { app: app.url, pods: server.url });
    const recent = `${bob.storage}social/friends/recent.ttl`;
    const raw = `${bob.storage}social/friends/bench-raw.ttl`;
    let n = 0;
    await bob.page.goto('/home');
    await settled(bob.page);
    await bob.page.getByRole('textbox', { name: 'What do you want to say?' }).waitFor();
    await bob.page.getByRole('radio', { name: 'Friends' }).check({ force: true });
    // The first post makes the page; Alice's home then finds it and listens.
    await bob.page.getByRole('textbox', { name: 'What do you want to say?' }).fill('The first of all.');
    await bob.page.getByRole('button', { name: 'Post', exact: true }).click();
    await bob.page.getByRole('article').filter({ hasText: 'The first of all.' }).waitFor();
    await settled(bob.page);
    const opened = alice.page.waitForEvent('websocket');
    await alice.page.goto('/home');
    await opened;
    await alice.page.getByRole('article').filter({ hasText: 'The first of all.' }).waitFor();
    await settled(alice.page);
    const text = async () => {
      const headers = { ...(await bob.signed.headersFor('GET', recent)), accept: 'text/turtle' };
      return (await fetch(recent, { headers })).text();
    };
    const journeys: Journey[] = [];
    const taken = await interleaved(
      { rounds: Math.max(LEAST, bench.rounds), milliseconds: 180_000 },
      {
        ours: async () => {
          const one = await journey(alice, bob, recent, `Number ${++n} of the bench.`);
          journeys.push(one);
          return one.seen;
        },
        raw: async () => writeAndRead(raw, await text(), bob.signed, alice.signed)
      }
    );
    const counted = journeys.slice(-taken.ours.length);
    const step = (of: keyof Journey) => `${median(counted.map((one) => one[of])).toFixed(0)} ms`;
    bench.say(
      `live: ${counted.length} posts: written ${step('written')}, asked for ${step('asked')}, had ${step('had')}, seen ${step('seen')}; ` +
        `raw PUT and GET ${median(taken.raw).toFixed(0)} ms here and now`
    );
    return [
      row('live', 'writing begun until seen', ratioOf(taken.ours, taken.raw), '<= 1.6'),
      row('live', `95th percentile / ${LATEST} ms`, percentile(taken.ours, 0.95) / LATEST, '<= 1')
    ];
  } finally {
    await browser.close();
    await app.stop();
    await server.stop();
  }
}

/** The smallest value that this part of all is not above. */
function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * part) - 1]!;
}
