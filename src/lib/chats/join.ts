import { present } from '#lib/people/friends/present.ts';
import type { House } from '#lib/people/me.ts';
import { moment } from '#lib/people/moment.ts';
import type { Invitation } from './chat.ts';
import { registered } from './register.ts';
import { labels } from './words.ts';

/** Takes part: the chat is in my list from now on, and the message leaves my inbox. */
export async function join(house: House, invitation: Invitation, now = moment(house)): Promise<string[]> {
  const { message, chat } = invitation;
  const line = await registered(house, chat.id, now.ulid, labels.join);
  return house.sync.change(
    present([
      line,
      { document: message, intent: { kind: 'remove' as const }, after: line ? [0] : [], label: labels.join }
    ])
  );
}

/** Lets an invitation go. The owner is told nothing. */
export function ignore(house: House, { message }: Invitation): Promise<string[]> {
  return house.sync.change([{ document: message, intent: { kind: 'remove' }, label: labels.ignore }]);
}
