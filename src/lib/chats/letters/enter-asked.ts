import { documentOf } from '#lib/people/address.ts';
import { seen } from '#lib/people/contacts/seen.ts';
import { lookedInto } from '#lib/people/inbox/looked.ts';
import type { House } from '#lib/people/me.ts';
import { moment } from '#lib/people/moment.ts';
import { chat as chatOf } from '../chat.question.ts';
import { invitedTo } from '../invited-to.ts';
import { join } from '../join.ts';
import { asks } from './asks.question.ts';
import { forgetAsk } from './forget-ask.ts';

/**
 * Takes part in the chats that I asked to be let into, once an invitation says that I am in, the chat can be read, and it
 * is theirs whom I asked. Answers which.
 */
export async function enterAsked(house: House, now = moment(house)): Promise<string[]> {
  const { asking, sync, me } = house;
  const asked = new Map((await asks(me)(asking.read)).map((ask) => [ask.chat, ask]));
  if (asked.size === 0) return [];
  const looked = await lookedInto(house);
  const entered: string[] = [];
  for (const message of Object.keys(looked).filter((url) => looked[url] === 'other')) {
    const id = invitedTo((await asking.read(message)).graph)?.chat;
    const ask = id === undefined ? undefined : asked.get(id);
    if (id === undefined || !ask || entered.includes(id)) continue;
    await sync.refresh([documentOf(id)]);
    const chat = await seen(house, chatOf(me, id));
    // A refusal to read comes when the letter is a stranger's.
    if (chat?.owner !== ask.owner || chat.role === undefined) continue;
    await join(house, { message, chat }, now);
    await forgetAsk(house, id);
    entered.push(id);
  }
  return entered;
}
