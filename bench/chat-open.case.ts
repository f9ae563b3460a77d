import { checksOf } from '#lib/chats/checks.ts';
import type { Messages } from '#lib/chats/chat.ts';
import { messages } from '#lib/chats/messages.question.ts';
import { dayOf } from '#lib/chats/places.ts';
import { signingKey } from '#lib/chats/signing-key.ts';
import { comesAfter, newestDayIs } from '#lib/chats/statements.ts';
import { documentOf } from '#lib/people/address.ts';
import { n3Patch } from '#lib/rdf/patch.ts';
import { watchQuestion } from '#lib/query/watch-question.ts';
import { demoHouse, type DemoHouse } from '../scripts/demo/demo-house.ts';
import { talk } from './chat/talk.ts';
import { withChat } from './chat/with-chat.ts';
import type { Bench } from './doors.ts';
import { interleaved, median, ratioOf } from './rounds.ts';
import { row, type Row } from './row.ts';

const DAY = 86_400_000;
const DAYS = 50;
const EACH = 200;
const SHOWN = 50;

/** A chat of 10,000 messages on a new device: until the last 50 are there, against reading the newest day alone. */
export function chatOpen(bench: Bench): Promise<Row[]> {
  bench.say(`chat-open: ${DAYS * EACH} signed messages ...`);
  return withChat(bench, async ({ pods, anna, ben, chat, root, door, lay }) => {
    const key = await signingKey(anna.house);
    await anna.house.allSent();
    const today = Math.floor(Date.now() / DAY) * DAY;
    const dayAt = (n: number) => dayOf(chat, new Date(today - n * DAY));
    for (let n = 0; n < DAYS; n++) {
      const day = dayAt(n);
      // Of today's none may lie ahead of the clock.
      const from = n === 0 ? Math.max(today, Date.now() - EACH * 2_000) : today - n * DAY;
      const said = await talk({ chat, day, maker: anna.webId, key }, { from, count: EACH });
      await lay(day, n < DAYS - 1 ? [comesAfter(day, dayAt(n + 1)), ...said] : said);
    }
    const told = await anna.fetch(documentOf(chat), {
      method: 'PATCH',
      headers: { 'content-type': 'text/n3' },
      body: n3Patch({ insert: [newestDayIs(chat, dayAt(0))], delete: [] })
    });
    if (!told.ok) throw new Error(`The newest day could not be told: ${told.status}.`);

    const counted: { inside: number; all: number }[] = [];
    const taken = await interleaved(
      { rounds: bench.rounds, milliseconds: 60_000 },
      {
        ours: async () => {
          const before = requests;
          const inside = insides;
          const house = demoHouse(pods, ben.house.me, counting);
          try {
            const begun = performance.now();
            const { list } = await opened(house, chat);
            const took = performance.now() - begun;
            counted.push({ inside: insides - inside, all: requests - before });
            const ids = new Set(list.map(({ id }) => documentOf(id)));
            if (list.length !== SHOWN || ids.size !== 1 || !ids.has(dayAt(0)))
              throw new Error(`The last ${SHOWN} of ${dayAt(0)} were to be shown, not ${list.length}.`);
            return took;
          } finally {
            house.sync.close();
          }
        },
        raw: async () => {
          const begun = performance.now();
          const answer = await ben.fetch(dayAt(0), { headers: { accept: 'text/turtle' } });
          const text = await answer.text();
          if (!answer.ok || text.length < 10_000) throw new Error(`The newest day: ${answer.status}.`);
          return performance.now() - begun;
        }
      }
    );
    const most = Math.max(...counted.map(({ inside }) => inside));
    bench.say(
      `chat-open: ours ${median(taken.ours).toFixed(0)} ms with ${most} requests in the chat ` +
        `(${Math.max(...counted.map(({ all }) => all))} with my settings, Anna's card and her key), ` +
        `raw GET ${median(taken.raw).toFixed(0)} ms here and now`
    );
    const folders = door.listed.filter((url) => url.startsWith(root)).length;
    return [
      row('chat-open', 'last 50 of 10,000 messages', ratioOf(taken.ours, taken.raw), '<= 1.3'),
      row('chat-open', 'requests in the chat', most, '<= 2'),
      row('chat-open', 'folders listed', folders, '<= 0')
    ];

    function counting(input: string | URL | Request, init?: RequestInit): Promise<Response> {
      requests++;
      if (new Request(input, init).url.startsWith(root)) insides++;
      return ben.fetch(input, init);
    }
  });
}

let requests = 0;
let insides = 0;

/** As the page of a chat asks it, until the whole window is there. */
function opened(house: DemoHouse, chat: string): Promise<Messages> {
  const checks = checksOf(house);
  return new Promise((done, fail) => {
    const stop = watchQuestion(checks.asking, messages(house, checks, chat, { count: SHOWN }), (answer) => {
      if ('trouble' in answer) fail(new Error(answer.trouble.detail));
      else if (answer.value.isComplete && answer.value.list.length >= SHOWN) done(answer.value);
      else return;
      // The first answer may come before `stop` is there.
      queueMicrotask(() => stop());
    });
  });
}
