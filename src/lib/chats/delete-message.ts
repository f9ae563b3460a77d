import { Cannot } from '#lib/people/cannot.ts';
import type { House } from '#lib/people/me.ts';
import { moment } from '#lib/people/moment.ts';
import { DELETED, deletionId } from './minted.ts';
import { messageNow } from './own-message.ts';
import { signingKey } from './signing-key.ts';
import { deletedAt, replaced, saidBy } from './statements.ts';
import { labels, sentences } from './words.ts';

/** Takes a message back: mine, or anybody's where I look after the chat. An addition, which every reader obeys. */
export async function deleteMessage(house: House, id: string, now = moment(house)): Promise<string[]> {
  const { message, chat, document } = await messageNow(house, id);
  const mayAny = chat.role === 'owner' || chat.role === 'moderator';
  if (!message.isMine && !mayAny) throw new Cannot(sentences.mayNotDelete);
  const key = await signingKey(house);
  const next = deletionId(message.id, now);
  const at = new Date(Math.max(now.at.getTime(), (message.edited ?? message.at).getTime() + 1));
  const said = await saidBy(key, { id: next, content: DELETED, at, maker: house.me.id });
  const insert = [replaced(message.version, next), ...said, deletedAt(next, at)];
  return house.sync.change([
    { document, intent: { kind: 'patch', insert, delete: [] }, label: labels.delete }
  ]);
}
