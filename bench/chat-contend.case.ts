import { messageId } from '#lib/chats/minted.ts';
import { dayOf } from '#lib/chats/places.ts';
import { send } from '#lib/chats/send.ts';
import { signingKey } from '#lib/chats/signing-key.ts';
import { listed, saidBy } from '#lib/chats/statements.ts';
import { documentOf } from '#lib/people/address.ts';
import { momentAt } from '#lib/people/moment.ts';
import { Graph } from '#lib/rdf/graph.ts';
import { n3Patch } from '#lib/rdf/patch.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { SIOC, WF } from '#lib/rdf/vocab.ts';
import { demoHouse } from '../scripts/demo/demo-house.ts';
import { withChat } from './chat/with-chat.ts';
import type { Bench } from './doors.ts';
import { interleaved, median, ratioOf } from './rounds.ts';
import { row, type Row } from './row.ts';

const DAY = 86_400_000;
const WRITERS = 8;
const EACH = 20;
const START = Date.UTC(2021, 0, 1);

/** Eight devices write twenty messages each into one day at once, against eight loops of raw PATCHes. */
export function chatContend(bench: Bench): Promise<Row[]> {
  return withChat(bench, async ({ pods, anna, chat, root }) => {
    const key = await signingKey(anna.house);
    await anna.house.allSent();
    const devices = Array.from({ length: WRITERS }, () => demoHouse(pods, anna.house.me, anna.fetch));
    let date = START;
    const wrong = { lost: 0, doubled: 0 };
    const count = async (documents: readonly string[], texts: readonly string[]) => {
      const graphs = await Promise.all(
        documents.map(async (url) => {
          const answer = await anna.fetch(url, { headers: { accept: 'text/turtle' } });
          return new Graph(parseTurtle(await answer.text(), url));
        })
      );
      const said = graphs.flatMap((graph) =>
        graph
          .iris(chat, WF.message)
          .flatMap((id) => graph.objects(id, SIOC.content).map(({ value }) => value))
      );
      wrong.lost += texts.filter((text) => !said.includes(text)).length;
      wrong.doubled += said.length - new Set(said).size;
    };
    const textOf = (writer: number, n: number) => `${new Date(date).toISOString()} ${writer}: number ${n}.`;
    const every = <T>(one: (writer: number) => Promise<T>) =>
      Promise.all(Array.from({ length: WRITERS }, (_, writer) => one(writer)));
    try {
      for (const device of devices) {
        await device.sync.refresh([documentOf(chat)]);
        // Each has the key and knows the chat before the clock starts.
        await signingKey(device);
        await device.allSent();
      }
      const taken = await interleaved(
        { rounds: bench.rounds, milliseconds: 90_000 },
        {
          ours: async () => {
            date += DAY;
            const texts: string[] = [];
            const places = new Set<string>();
            const begun = performance.now();
            await every(async (writer) => {
              const device = devices[writer]!;
              for (let n = 0; n < EACH; n++) {
                const text = textOf(writer, n);
                texts.push(text);
                const at = momentAt(new Date(date + n * 1_000));
                places.add(documentOf((await send(device, chat, { text }, at)).message));
              }
              await device.allSent();
            });
            const took = performance.now() - begun;
            await count([...places], texts);
            return took;
          },
          raw: async () => {
            date += DAY;
            const day = `${root}raw/${documentOf(dayOf(chat, new Date(date)))
              .slice(root.length)
              .replaceAll('/', '-')}`;
            const begun = performance.now();
            await every(async (writer) => {
              for (let n = 0; n < EACH; n++) {
                const at = new Date(date + n * 1_000);
                const id = messageId(day, momentAt(at));
                const words = { id, content: textOf(writer, n), at, maker: anna.webId };
                const insert = [listed(chat, id), ...(await saidBy(key, words))];
                const answer = await anna.fetch(day, {
                  method: 'PATCH',
                  headers: { 'content-type': 'text/n3' },
                  body: n3Patch({ insert, delete: [] })
                });
                await answer.text();
                if (!answer.ok) throw new Error(`PATCH ${day} was answered with ${answer.status}.`);
              }
            });
            return performance.now() - begun;
          }
        }
      );
      bench.say(
        `chat-contend: ours ${median(taken.ours).toFixed(0)} ms, raw PATCHes ${median(taken.raw).toFixed(0)} ms here and now; ` +
          `${wrong.lost} lost, ${wrong.doubled} doubled`
      );
      return [
        row('chat-contend', 'messages a second', ratioOf(taken.raw, taken.ours), '>= 0.95'),
        row('chat-contend', 'lost', wrong.lost, '<= 0'),
        row('chat-contend', 'doubled', wrong.doubled, '<= 0')
      ];
    } finally {
      for (const device of devices) device.sync.close();
    }
  });
}
