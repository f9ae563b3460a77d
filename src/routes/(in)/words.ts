import { words as status } from '#lib/app/words.ts';

/** What the frame around the signed-in pages says. */
export const words = {
  home: 'Home',
  people: 'People',
  you: 'You',
  ask: (count: number) => (count === 1 ? '1 person asks' : `${count} people ask`),
  signedOut: 'You are signed out.',
  signInAgain: 'Sign in again',
  /** Why nobody is signed in although somebody was, by the session's problem; reading goes on in every case. */
  ended: {
    expired: 'Your sign-in has ended.',
    'provider-down': 'The place where you sign in is not answering.',
    clock: 'The clock of this device is wrong, so you could not be signed in. Set the clock first.',
    'issuer-not-listed': 'Your address does not name the place you signed in at any more.'
  } as Record<string, string>,
  endedSafe:
    'You can go on reading and writing: what you write is kept on this device and goes out once you are signed in.',
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
    discarded: 'Given up.',
    ...status.why
  }
};
