import { createInvite } from '#lib/people/invites/create-invite.ts';
import { newToken } from '#lib/people/invites/invitation.rules.ts';
import type { Invite } from '#lib/people/invite.shape.ts';
import type { House } from '#lib/people/me.ts';
import { moment } from '#lib/people/moment.ts';
import { ownHead } from '../head.ts';

/**
 * Makes a link that lets whoever has it ask to be let in, for 30 days. Its code lies in my private settings alone: who
 * is in the chat cannot read it. For the owner, whose app it is that lets in. Throws `Cannot`.
 */
export async function makeChatLink(
  house: House,
  chat: string,
  now = moment(house),
  token = newToken()
): Promise<Invite> {
  await ownHead(house, chat);
  return createInvite(house, now, token, chat);
}
