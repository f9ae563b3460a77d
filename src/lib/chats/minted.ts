import type { Moment } from '#lib/people/moment.ts';
import { tiesOf, type Ties } from './ties.ts';

/**
 * The addresses we give. What replaces, deletes or answers with an emoji carries in its own address what it belongs
 * to: the address is signed, the statement that links the two is not, so nobody can hang a true word on another
 * message. `Msg` is SolidOS's way to begin, and a letter first keeps it from looping.
 */
export const messageId = (day: string, now: Moment, ties: Ties = {}): string =>
  `${day}#Msg${now.ulid}${tiesOf(ties)}`;
export const editId = (first: string, now: Moment): string => `${first}-e${now.ulid}`;
export const deletionId = (first: string, now: Moment): string => `${first}-d${now.ulid}`;
export const reactionId = (first: string, now: Moment): string => `${first}-r${now.ulid}`;

/** The thread that hangs on a message. */
export const threadOf = (message: string): string => `${message}-thread`;

const MINTED = /^(.*)-([edr])[0-9A-HJKMNP-TV-Z]{26}$/;

/** What such an address belongs to; undefined for addresses that other apps gave. */
export function mintedFor(id: string): { of: string; as: 'edit' | 'deletion' | 'reaction' } | undefined {
  const [, of, letter] = MINTED.exec(id) ?? [];
  if (of === undefined) return undefined;
  return { of, as: letter === 'e' ? 'edit' : letter === 'd' ? 'deletion' : 'reaction' };
}

/** What SolidOS writes in place of a text that was taken back. */
export const DELETED = '(message deleted)';
