import type { House } from '#lib/people/me.ts';
import type { Write } from '#lib/sync/sync.ts';
import { longChatInvite } from '../long-chat.shape.ts';
import { letterTo, type Sending } from './letter-to.ts';

/** The message that tells somebody of a chat, in SolidOS's form. To be sent after they were let in. */
export const invitationTo = (
  house: House,
  person: string,
  chat: string,
  sending: Sending
): Promise<Write | undefined> => letterTo(house, person, longChatInvite, { chat }, sending);
