import type { SignInTrouble } from '#lib/app/troubles.ts';
import { words as status } from '#lib/app/words.ts';

/** What the frame around the signed-in pages says. */
export const words = {
  home: 'Home',
  chats: 'Chats',
  unread: (count: number) => (count === 1 ? '1 chat has something new' : `${count} chats have something new`),
  people: 'People',
  you: 'You',
  keys: 'Show these keys',
  ask: (count: number) => (count === 1 ? '1 person asks' : `${count} people ask`),
  signedOut: {
    title: 'You are signed out.',
    because: {
      expired: 'Your sign-in has ended.',
      revoked:
        'Your provider no longer accepts the sign-in of this device: it ran out, or it was ended there.',
      'provider-down': 'Your provider does not answer. Hearth goes on trying.',
      clock: 'The clock of this device is wrong, so your provider refuses. Set the clock.',
      cancelled: 'You did not finish signing in.',
      'issuer-not-listed': 'The provider you came from is not the one your address names.',
      'state-mismatch': 'That sign-in was begun somewhere else.',
      'no-space': 'No space was found that belongs to your address.',
      other: 'Signing in did not work.'
    } satisfies Record<SignInTrouble, string>,
    safe: 'You can go on reading and writing: what you write is kept on this device and goes out once you are signed in.',
    again: 'Sign in again'
  },
  memory: {
    fleeting:
      'This browser keeps nothing for Hearth. What you write is lost if you close the page before it is saved.',
    outdated:
      'Another tab runs a newer Hearth, and this page is too old to go on. Load it again; nothing is lost.',
    reload: 'Load it again'
  },
  pillHint: 'Press to see what waits.',
  waiting: {
    title: 'On its way',
    none: 'Everything you did has arrived.',
    safe: 'All of this is kept on this device until it has arrived.',
    retry: 'Try again',
    now: 'Try now',
    edit: 'Edit',
    copy: 'Copy',
    discard: 'Give up',
    undo: 'Undo',
    discarded: (others: number) =>
      others === 0
        ? 'Given up.'
        : `Given up, and ${others === 1 ? 'one thing' : `${others} things`} that needed it.`,
    ...status.why
  }
};
