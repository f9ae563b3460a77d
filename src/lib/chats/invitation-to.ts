import { write } from '#lib/rdf/shape.ts';
import { writeTurtle } from '#lib/rdf/turtle.ts';
import { documentOf } from '#lib/people/address.ts';
import { Cannot } from '#lib/people/cannot.ts';
import type { House } from '#lib/people/me.ts';
import { readProfile } from '#lib/people/profile.rules.ts';
import type { Write } from '#lib/sync/sync.ts';
import { longChatInvite } from './long-chat.shape.ts';
import { sentences } from './words.ts';

/**
 * The message that tells somebody of a chat, in SolidOS's form (Linked Data Notifications 3.1). To be sent after they
 * were let in. Nothing when they have no inbox that is their own. Throws `Cannot` while
 * their space was never read.
 */
export async function invitationTo(
  house: House,
  person: string,
  chat: string,
  after: Write['after'],
  label: string
): Promise<Write | undefined> {
  const card = documentOf(person);
  if ((await house.asking.read(card)).document === undefined) await house.sync.refresh([card]);
  const { inbox, known, name } = readProfile(await house.asking.read(card), person);
  if (!known) throw new Cannot(sentences.unreachable(name));
  if (inbox === undefined) return undefined;
  const here = `${inbox}message`;
  const turtle = writeTurtle(write(longChatInvite, { id: here, chat }), here);
  return { document: inbox, intent: { kind: 'send', turtle }, after: after ?? [], label };
}
