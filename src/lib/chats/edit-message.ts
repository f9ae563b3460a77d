import { Cannot } from '#lib/people/cannot.ts';
import type { House } from '#lib/people/me.ts';
import { moment } from '#lib/people/moment.ts';
import { editId } from './minted.ts';
import { messageNow } from './own-message.ts';
import { signingKey } from './signing-key.ts';
import { replaced, saidBy } from './statements.ts';
import { textOf } from './text-of.ts';
import { labels, sentences } from './words.ts';

/**
 * Gives a message of mine another text. An addition, as SolidOS does it: who may only add can do no more.
 * `mentions`: people it names now; those it named before when that is not said.
 */
export async function editMessage(
  house: House,
  id: string,
  text: string,
  now = moment(house),
  mentions?: readonly string[]
): Promise<string[]> {
  const content = textOf(text);
  const { message, document } = await messageNow(house, id);
  if (!message.isMine) throw new Cannot(sentences.notYours);
  const key = await signingKey(house);
  const next = editId(message.id, now);
  const at = new Date(Math.max(now.at.getTime(), (message.edited ?? message.at).getTime() + 1));
  const said = await saidBy(key, {
    id: next,
    content,
    at,
    maker: house.me.id,
    mentions: mentions ?? message.mentions
  });
  const insert = [replaced(message.version, next), ...said];
  return house.sync.change([{ document, intent: { kind: 'patch', insert, delete: [] }, label: labels.edit }]);
}
