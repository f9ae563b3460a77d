import { PREFIXES, post, remembered, settleIn, somebodyIn } from '../e2e/bad-input/support/crowd.ts';
import { moveIn } from '../scripts/demo/neighbour.ts';
import type { Bench } from './doors.ts';
import { withPlace } from './home/place.ts';
import { signIn } from './home/sign-in.ts';
import { noteFirstPost, postsRemembered, whenPainted } from './paint/first-post.ts';
import { median } from './rounds.ts';
import { row, type Row } from './row.ts';

const FRIENDS = 40;
const EACH = 500;
const GOAL_MS = 50;
const LONGEST = 120_000;

/** Home opened again in a real browser that remembers 20,000 posts: until the first of them is painted. */
export function feedPaint(bench: Bench): Promise<Row[]> {
  bench.say(`feed-paint: ${FRIENDS} friends with ${EACH} posts each ...`);
  return withPlace(bench, async ({ app, pods, browser }) => {
    const [rita, host] = [await moveIn(bench, pods, 'Rita'), await moveIn(bench, pods, 'Host')];
    for (const { house } of [rita, host]) house.sync.close();
    const people = Array.from({ length: FRIENDS }, (_, n) => somebodyIn(host, `f${n}`, `Friend ${n}`));
    for (const [n, who] of people.entries()) {
      await settleIn(host, rita, who);
      const posts = Array.from({ length: EACH }, (_, k) =>
        post(`#p${k}`, who.webId, `Number ${k} of friend ${n}.`, 100 + k * FRIENDS + n)
      );
      await host.put(who.recent, PREFIXES + posts.join(''));
    }
    await remembered(rita, people, 'friends');
    const page = await (await browser.newContext({ baseURL: app })).newPage();
    await noteFirstPost(page);
    await signIn(page, rita);
    await page.waitForFunction(postsRemembered, FRIENDS * EACH, { timeout: LONGEST, polling: 1_000 });
    await page.getByText('Up to date').waitFor({ timeout: LONGEST });

    const [asked, there, opened]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round <= bench.rounds; round++) {
      await page.reload();
      const at = await whenPainted(page);
      await page.getByText('Up to date').waitFor({ timeout: LONGEST });
      if (round === 0) continue;
      asked.push(at.painted - at.asked);
      there.push(at.there - at.asked);
      opened.push(at.painted);
    }
    bench.say(
      `feed-paint: after the app first asks the device's memory, the first post stands there in ${median(there).toFixed(0)} ms ` +
        `and is painted in ${median(asked).toFixed(0)} ms (${median(opened).toFixed(0)} ms after the reload began) here and now`
    );
    const what = `20,000 posts remembered: memory asked until the first is painted / ${GOAL_MS} ms`;
    return [row('feed-paint', what, median(asked) / GOAL_MS, '<= 1')];
  });
}
