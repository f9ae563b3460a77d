import { join } from '../../src/lib/chats/join.ts';
import { invitations } from '../../src/lib/chats/invitations.question.ts';
import { markRead } from '../../src/lib/chats/kept.ts';
import { messageId } from '../../src/lib/chats/minted.ts';
import { dayOf } from '../../src/lib/chats/places.ts';
import { signingKey } from '../../src/lib/chats/signing-key.ts';
import { startChat } from '../../src/lib/chats/start-chat.ts';
import { comesAfter, listed, newestDayIs, saidBy } from '../../src/lib/chats/statements.ts';
import { documentOf } from '../../src/lib/people/address.ts';
import { processInbox } from '../../src/lib/people/inbox/process-inbox.ts';
import { momentAt } from '../../src/lib/people/moment.ts';
import { n3Patch } from '../../src/lib/rdf/patch.ts';
import type { Quad } from '../../src/lib/rdf/terms.ts';
import { writeTurtle } from '../../src/lib/rdf/turtle.ts';
import { befriend } from '../../scripts/demo/befriend.ts';
import type { Neighbour } from '../../scripts/demo/neighbour.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Words of no, one or many lines, the same for the same number. */
const wordsOf = (n: number) =>
  n % 97 === 13
    ? `Note ${n}. **Bold** and a list:\n- soup\n- bread`
    : `Note ${n}. ${'The rain stayed over the hills all day. '.repeat((n * 7) % 6)}`;

/**
 * A chat of two with `days * each` messages, "Note 0." ..., the last of them some minutes old; the writer and the reader
 * take turns. The reader takes part and has read until `read`. The last message answers number `answers`.
 */
export async function longTalk(
  { writer, reader }: { writer: Neighbour; reader: Neighbour },
  { days, each, read, answers }: { days: number; each: number; read: number; answers: number }
): Promise<{ chat: string }> {
  const today = Math.floor(Date.now() / DAY) * DAY;
  const begun = momentAt(new Date(today - days * DAY + MINUTE));
  const { chat } = await startChat(writer.house, { people: [reader.webId], title: 'A long talk' }, begun);
  await writer.house.allSent();
  await befriend(writer.house, reader.house);
  await processInbox(reader.house);
  for (const invitation of await invitations(reader.house)(reader.house.asking.read))
    await join(reader.house, invitation);
  await reader.house.allSent();

  const keys = [await signingKey(writer.house), await signingKey(reader.house)];
  await Promise.all([writer.house.allSent(), reader.house.allSent()]);
  const ids: string[] = [];
  const times: Date[] = [];
  for (let number = 0; number < days; number++) {
    const from = today - (days - number) * DAY;
    const day = dayOf(chat, new Date(from));
    const quads: Quad[] = number === 0 ? [] : [comesAfter(day, dayOf(chat, new Date(from - DAY)))];
    for (let n = number * each; n < (number + 1) * each; n++) {
      const at = new Date(from + 2 * MINUTE + (n % each) * 4 * MINUTE);
      const replyTo = n === days * each - 1 ? ids[answers] : undefined;
      const id = messageId(day, momentAt(at), { replyTo });
      // Three of one, four of the other.
      const who = n % 7 < 3 ? 0 : 1;
      const words = { id, content: wordsOf(n), at, maker: [writer, reader][who]!.webId, replyTo };
      quads.push(listed(chat, id), ...(await saidBy(keys[who]!, words)));
      ids.push(id);
      times.push(at);
    }
    await writer.put(day, writeTurtle(quads, day));
  }
  const newest = newestDayIs(chat, dayOf(chat, new Date(today - DAY)));
  const told = await writer.fetch(documentOf(chat), {
    method: 'PATCH',
    headers: { 'content-type': 'text/n3' },
    body: n3Patch({ insert: [newest], delete: [] })
  });
  if (!told.ok) throw new Error(`The newest day could not be told: ${told.status}.`);
  await markRead(reader.house, chat, times[read]);
  await reader.house.allSent();
  return { chat };
}
