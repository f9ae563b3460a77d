import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import type { Invitation } from './chat.ts';
import { checksOf } from './checks.ts';

/** Asks for what an invitation points to, because somebody wants to see it; whoever shows invitations is told. */
export async function lookAt(house: House, { message, chat }: Invitation): Promise<void> {
  await house.sync.refresh([documentOf(chat.id)]);
  checksOf(house).tell(message);
}
