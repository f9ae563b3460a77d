import { checksOf } from '#lib/chats/checks.ts';
import type { Messages } from '#lib/chats/chat.ts';
import { messages } from '#lib/chats/messages.question.ts';
import { keptDocument } from '#lib/chats/mine.ts';
import { signingKey } from '#lib/chats/signing-key.ts';
import { documentOf } from '#lib/people/address.ts';
import { watchQuestion } from '#lib/query/watch-question.ts';
import { demoHouse, type DemoHouse } from '../scripts/demo/demo-house.ts';
import { EACH, layChat } from './chat/lay-chat.ts';
import { tellNewest } from './chat/tell-newest.ts';
import { withChat } from './chat/with-chat.ts';
import type { Bench } from './doors.ts';
import { interleaved, median, ratioOf } from './rounds.ts';
import { row, type Row } from './row.ts';

const DAYS = 50;
const SHOWN = 50;

/** A chat of 10,000 messages on a new device: until the last 50 are there, against reading the newest day alone. */
export function chatOpen(bench: Bench): Promise<Row[]> {
  bench.say(`chat-open: ${DAYS * EACH} signed messages ...`);
  return withChat(bench, async ({ pods, data, anna, ben, chat, root, door }) => {
    const key = await signingKey(anna.house);
    await anna.house.allSent();
    const newest = await layChat(data, { chat, maker: anna.webId, key, days: DAYS });
    await tellNewest(anna, chat, newest);

    const kept = keptDocument(ben.house.me);
    const counted: { inside: number; all: number }[] = [];
    const seen: number[] = [];
    const taken = await interleaved(
      { rounds: bench.rounds, milliseconds: 60_000 },
      {
        ours: () => open(),
        known: () => open([kept]),
        raw: () => got([newest]),
        all: () => got([newest, documentOf(chat), kept])
      }
    );
    const most = Math.max(...counted.map(({ inside }) => inside));
    bench.say(
      `chat-open: ours ${median(taken.ours).toFixed(0)} ms (the words stand there after ${median(seen).toFixed(0)}, before it is ` +
        `known what I have read) with ${most} requests in the chat ` +
        `(${Math.max(...counted.map(({ all }) => all))} with my settings, Anna's card and her key), ` +
        `raw GET ${median(taken.raw).toFixed(0)} ms here and now`
    );
    bench.say(
      `chat-open: with my settings known ${median(taken.known).toFixed(0)} ms; raw GETs of day, index and settings at once ` +
        `${median(taken.all).toFixed(0)} ms here and now`
    );
    const folders = door.listed.filter((url) => url.startsWith(root)).length;
    return [
      row('chat-open', 'last 50 of 10,000 messages', ratioOf(taken.ours, taken.raw), '<= 1.3'),
      row('chat-open', 'the same, my settings known', ratioOf(taken.known, taken.raw), '<= 1.3'),
      row('chat-open', 'against raw GETs of all it needs', ratioOf(taken.ours, taken.all), '<= 1.3'),
      row('chat-open', 'requests in the chat', most, '<= 2'),
      row('chat-open', 'folders listed', folders, '<= 0')
    ];

    /** On a new device, which has read these before. */
    async function open(before: readonly string[] = []): Promise<number> {
      const house = demoHouse(pods, ben.house.me, counting);
      try {
        await house.sync.refresh(before);
        const [all, inside] = [requests, insides];
        const begun = performance.now();
        const { list } = await opened(
          house,
          chat,
          () => before.length || seen.push(performance.now() - begun)
        );
        const took = performance.now() - begun;
        counted.push({ inside: insides - inside, all: requests - all });
        const ids = new Set(list.map(({ id }) => documentOf(id)));
        if (list.length !== SHOWN || ids.size !== 1 || !ids.has(newest))
          throw new Error(`The last ${SHOWN} of ${newest} were to be shown, not ${list.length}.`);
        return took;
      } finally {
        // Signatures are checked beside the page: not beside the next thing that is measured.
        await checksOf(house).done();
        house.sync.close();
      }
    }

    async function got(urls: readonly string[]): Promise<number> {
      const begun = performance.now();
      const headers = { accept: 'text/turtle' };
      const answers = await Promise.all(urls.map((url) => ben.fetch(url, { headers })));
      const [day] = await Promise.all(answers.map((answer) => answer.text()));
      if (!answers[0]!.ok || day!.length < 10_000) throw new Error(`The newest day: ${answers[0]!.status}.`);
      return performance.now() - begun;
    }

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
function opened(house: DemoHouse, chat: string, shown: () => void): Promise<Messages> {
  const checks = checksOf(house);
  let isShown = false;
  return new Promise((done, fail) => {
    const stop = watchQuestion(checks.asking, messages(house, checks, chat, { count: SHOWN }), (answer) => {
      if ('value' in answer && answer.value.list.length >= SHOWN && !isShown) {
        isShown = true;
        shown();
      }
      if ('trouble' in answer) fail(new Error(answer.trouble.detail));
      else if (answer.value.isComplete && answer.value.list.length >= SHOWN) done(answer.value);
      else return;
      // The first answer may come before `stop` is there.
      queueMicrotask(() => stop());
    });
  });
}
