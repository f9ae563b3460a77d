import { messageId } from '#lib/chats/minted.ts';
import { listed, saidBy } from '#lib/chats/statements.ts';
import { momentAt } from '#lib/people/moment.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { wordsOf } from '../world/words.ts';

const SECOND = 1_000;

/** `count` signed messages of one day, a second apart, as the app writes them. */
export async function talk(
  { chat, day, maker, key }: { chat: string; day: string; maker: string; key: string },
  { from, count }: { from: number; count: number }
): Promise<Quad[]> {
  const quads: Quad[] = [];
  for (let n = 0; n < count; n++) {
    const at = new Date(from + n * SECOND);
    const id = messageId(day, momentAt(at));
    quads.push(listed(chat, id), ...(await saidBy(key, { id, content: wordsOf(`${day}${n}`), at, maker })));
  }
  return quads;
}
