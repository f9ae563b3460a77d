import { documentOf } from '#lib/people/address.ts';
import { present } from '#lib/people/friends/present.ts';
import type { House } from '#lib/people/me.ts';
import { moment } from '#lib/people/moment.ts';
import type { Invitation } from './chat.ts';
import { headFor } from './head.ts';
import { takesPart } from './index-statements.ts';
import { registered } from './register.ts';
import { labels } from './words.ts';

/**
 * Takes part: the chat is in my list from now on, and the message leaves my inbox. SolidOS lets in whom it invites and
 * names them nowhere; as it does, I name myself then. Throws `Cannot` while the chat cannot be read.
 */
export async function join(
  house: House,
  { message, chat: { id } }: Pick<Invitation, 'message' | 'chat'>,
  now = moment(house)
): Promise<string[]> {
  const chat = await headFor(house, id);
  const line = await registered(house, id, now.ulid, labels.join);
  const isNamed = chat.people.some(({ id }) => id === house.me.id);
  const insert = isNamed ? [] : takesPart(id, house.me.id, 'member', now.at, now.ulid);
  return house.sync.change(
    present([
      line,
      { document: message, intent: { kind: 'remove' as const }, after: line ? [0] : [], label: labels.join },
      isNamed
        ? undefined
        : {
            document: documentOf(id),
            intent: { kind: 'patch' as const, insert, delete: [] },
            label: labels.join
          }
    ])
  );
}

/** Lets an invitation go. The owner is told nothing. */
export function ignore(house: House, { message }: Invitation): Promise<string[]> {
  return house.sync.change([{ document: message, intent: { kind: 'remove' }, label: labels.ignore }]);
}
