import type { House } from '#lib/people/me.ts';
import type { Write } from '#lib/sync/sync.ts';
import { longChatInvite } from '../long-chat.shape.ts';
import { sign } from '../signature.ts';
import { signingKey } from '../signing-key.ts';
import { signedLetter } from './letter-signature.ts';
import { letterTo, type Sending } from './letter-to.ts';

/**
 * The message that tells somebody of a chat, in SolidOS's form and signed by me besides. To be sent after they were let
 * in. `published`: now. Throws `Cannot`.
 */
export async function invitationTo(
  house: House,
  person: string,
  chat: string,
  published: Date,
  sending: Sending
): Promise<Write | undefined> {
  const actor = house.me.id;
  const signed = signedLetter({ kind: 'invitation', actor, chat, published, to: person });
  const said = { chat, actor, published, proof: await sign(signed, await signingKey(house)) };
  return letterTo(house, person, longChatInvite, said, sending);
}
