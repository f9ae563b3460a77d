import { momentAt } from '#lib/people/moment.ts';
import { edit } from '#lib/posts/edit.ts';
import { KEPT } from '#lib/posts/page.ts';
import { publish } from '#lib/posts/publish.ts';
import type { Bench } from './doors.ts';
import { befriend } from '../scripts/demo/befriend.ts';
import { moveIn } from '../scripts/demo/neighbour.ts';
import { withPlace } from './home/place.ts';
import { signIn } from './home/sign-in.ts';
import { shows } from './home/shows.ts';
import { settled } from './live/at-browser.ts';
import { row, type Row } from './row.ts';

const DAY = 86_400_000;
const BEFORE = 'What I thought a month ago.';
const AFTER = 'What I think of it today.';

/** A friend changes what they wrote a month ago, long gone from their rolling page: a reload shows the new text. */
export function stale(bench: Bench): Promise<Row[]> {
  bench.say('stale: a friend of a month edits their first post ...');
  return withPlace(bench, async ({ app, pods, browser }) => {
    const [alice, bob] = [await moveIn(bench, pods, 'Alice'), await moveIn(bench, pods, 'Bob')];
    await befriend(bob.house, alice.house);
    const then = Date.now() - 31 * DAY;
    const { post } = await publish(
      bob.house,
      { text: BEFORE, audience: 'friends' },
      momentAt(new Date(then))
    );
    for (let n = 1; n <= KEPT; n++)
      await publish(
        bob.house,
        { text: `Since then, ${n}.`, audience: 'friends' },
        momentAt(new Date(then + n * (DAY / 2)))
      );
    await bob.house.allSent();
    alice.house.sync.close();
    const page = await (await browser.newContext({ baseURL: app })).newPage();
    await signIn(page, alice);
    await page
      .getByRole('article')
      .filter({ hasText: `Since then, ${KEPT}.` })
      .waitFor();
    await settled(page);
    // It must be news to her: nothing she has remembered says it.
    if (await shows(page, AFTER)) throw new Error('The new text was there before it was written.');
    await edit(bob.house, post, AFTER);
    await bob.house.allSent();
    bob.house.sync.close();
    await page.reload();
    const [fresh, old] = [await shows(page, AFTER), await shows(page, BEFORE)];
    bench.say(`stale: the new text ${fresh ? 'is' : 'is not'} there, the old one ${old ? 'is' : 'is not'}`);
    return [row('stale', "a month-old post's new text after a reload", fresh && !old ? 1 : 0, '>= 1')];
  });
}
