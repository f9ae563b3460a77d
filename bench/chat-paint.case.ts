import { send } from '#lib/chats/send.ts';
import { signingKey } from '#lib/chats/signing-key.ts';
import { startChat } from '#lib/chats/start-chat.ts';
import { moveIn } from '../scripts/demo/neighbour.ts';
import { layChat } from './chat/lay-chat.ts';
import { tellNewest } from './chat/tell-newest.ts';
import type { Bench } from './doors.ts';
import { withPlace } from './home/place.ts';
import { signIn } from './home/sign-in.ts';
import { settled } from './live/at-browser.ts';
import { noteFirstPost, whenPainted } from './paint/first-post.ts';
import { shownAfter, type Shown } from './paint/shown-after.ts';
import { median } from './rounds.ts';
import { row, type Row } from './row.ts';

const DAYS = 50;
const CACHED_MS = 30;
const ECHO_MS = 16;
/** So many messages in each round: a single one is a matter of luck. */
const SAID = 5;
const TITLE = 'Ten thousand words';
const LAST = 'This is the last word of ten thousand.';

/** A chat of 10,000 messages that the device remembers, in a real browser: how soon it stands there, and what is sent. */
export function chatPaint(bench: Bench): Promise<Row[]> {
  bench.say('chat-paint: 10,000 messages in a browser ...');
  return withPlace(bench, async ({ app, pods, data, browser }) => {
    const anna = await moveIn(bench, pods, 'Anna');
    const ben = await moveIn(bench, pods, 'Ben');
    ben.house.sync.close();
    const { chat } = await startChat(anna.house, { people: [ben.webId], title: TITLE });
    const key = await signingKey(anna.house);
    await anna.house.allSent();
    await tellNewest(anna, chat, await layChat(data, { chat, maker: anna.webId, key, days: DAYS }));
    await anna.house.sync.refresh([chat]);
    await send(anna.house, chat, { text: LAST });
    await anna.house.allSent();
    anna.house.sync.close();

    const page = await (await browser.newContext({ baseURL: app })).newPage();
    await noteFirstPost(page);
    await signIn(page, anna);
    const line = page.getByRole('link', { name: TITLE });
    const box = page.getByRole('textbox', { name: /^Message to/ });
    const quiet = async () => {
      await settled(page);
      // What is checked and written down beside the page has its time: nobody reads a chat at once.
      await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 5_000 })));
    };
    const [opened, anew, echo]: [Shown[], number[], Shown[]] = [[], [], []];
    let last = LAST;
    for (let round = 0; round <= bench.rounds; round++) {
      await page.goto('/chats');
      await line.waitFor();
      await quiet();
      const click = await shownAfter(page, 'click', last, () => line.click());
      await quiet();
      const said: Shown[] = [];
      for (let n = 0; n < SAID; n++) {
        const text = `Word ${n} of round ${round}.`;
        await box.fill(text);
        said.push(await shownAfter(page, 'keydown', text, () => box.press('Enter')));
        last = text;
        await quiet();
      }
      await page.reload();
      const at = await whenPainted(page);
      await quiet();
      if (round === 0) continue;
      opened.push(click);
      echo.push(...said);
      anew.push(at.painted - at.asked);
    }
    const ms = (some: readonly Shown[], when: keyof Shown) => median(some.map((one) => one[when]));
    bench.say(
      `chat-paint: after the click the last message stands there in ${ms(opened, 'there').toFixed(0)} ms and is painted in ` +
        `${ms(opened, 'painted').toFixed(0)} ms; after a reload it is painted ${median(anew).toFixed(0)} ms after the memory was first ` +
        `asked; what is sent stands there in ${ms(echo, 'there').toFixed(0)} ms and is painted in ` +
        `${ms(echo, 'painted').toFixed(0)} ms here and now`
    );
    return [
      row(
        'chat-paint',
        `remembered chat, click until its last message stands / ${CACHED_MS} ms`,
        ms(opened, 'there') / CACHED_MS,
        '<= 1'
      ),
      row('chat-paint', `sent until it stands there / ${ECHO_MS} ms`, ms(echo, 'there') / ECHO_MS, '<= 1')
    ];
  });
}
