import { messageId } from '#lib/chats/minted.ts';
import { dayOf } from '#lib/chats/places.ts';
import { toldIn } from '#lib/chats/saying.ts';
import { send } from '#lib/chats/send.ts';
import { signingKey } from '#lib/chats/signing-key.ts';
import { listed, saidBy } from '#lib/chats/statements.ts';
import { documentOf } from '#lib/people/address.ts';
import { momentAt } from '#lib/people/moment.ts';
import { n3Patch } from '#lib/rdf/patch.ts';
import { talk } from './chat/talk.ts';
import { withChat } from './chat/with-chat.ts';
import type { Bench } from './doors.ts';
import { interleaved, median, ratioOf } from './rounds.ts';
import { row, type Row } from './row.ts';

const DAY = 86_400_000;
const SIZES = [0, 100, 200];
/** Days of their own for every round, in the past: nothing may be dated ahead of the clock. */
const START = Date.UTC(2021, 0, 1);

/** A message until it is durable in the space, against one PATCH of the same statements to a document of that size. */
export function chatSend(bench: Bench): Promise<Row[]> {
  return withChat(bench, async ({ anna, chat, root, lay }) => {
    const { house, webId: maker } = anna;
    const key = await signingKey(house);
    await house.allSent();
    let date = START;
    const rows: Row[] = [];
    for (const size of SIZES) {
      const prepare = async (dayIn: (at: Date) => string) => {
        date += DAY;
        const [day, at] = [dayIn(new Date(date)), new Date(date + DAY / 2)];
        const said = await talk({ chat, day, maker, key }, { from: date, count: size });
        if (said.length) await lay(day, said);
        return { day, at };
      };
      const taken = await interleaved(
        { rounds: bench.rounds, milliseconds: 20_000 },
        {
          ours: async () => {
            const { day, at } = await prepare((when) => dayOf(chat, when));
            await house.sync.refresh([day]);
            // Whoever writes has the chat open: what stands in the day is known.
            toldIn(await house.asking.read(day), documentOf(chat));
            const begun = performance.now();
            const { message, entries } = await send(
              house,
              chat,
              { text: 'Soup is on the stove.' },
              momentAt(at)
            );
            // The words themselves; that there is a new day is told beside.
            await house.sync.settled(entries.slice(0, 1));
            const took = performance.now() - begun;
            await house.allSent();
            // What was written is read again 300 ms later: here, and not while the next message is measured.
            await house.sync.refresh([documentOf(message), documentOf(chat)]);
            return took;
          },
          raw: async () => {
            // In folders of the same depth: a new day is a new folder for both.
            const { day, at } = await prepare((when) => dayOf(`${root}raw/index.ttl#this`, when));
            await anna.fetch(day, { headers: { accept: 'text/turtle' } }).then((answer) => answer.text());
            const id = messageId(day, momentAt(at));
            const words = { id, content: 'Soup is on the stove.', at, maker };
            const body = n3Patch({ insert: [listed(chat, id), ...(await saidBy(key, words))], delete: [] });
            const begun = performance.now();
            const headers = { 'content-type': 'text/n3' };
            const answer = await anna.fetch(day, { method: 'PATCH', headers, body });
            await answer.text();
            if (!answer.ok) throw new Error(`PATCH ${day} was answered with ${answer.status}.`);
            return performance.now() - begun;
          }
        }
      );
      bench.say(
        `chat-send: ${size} there: ours ${median(taken.ours).toFixed(0)} ms, raw PATCH ${median(taken.raw).toFixed(0)} ms here and now`
      );
      rows.push(row('chat-send', `a day of ${size} messages`, ratioOf(taken.ours, taken.raw), '<= 1.15'));
    }
    return rows;
  });
}
