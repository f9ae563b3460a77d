/** What the frame around the signed-in pages says. */
export const words = {
  home: 'Home',
  people: 'People',
  you: 'You',
  ask: (count: number) => (count === 1 ? '1 person asks' : `${count} people ask`),
  signedOut: 'You are signed out.',
  signedOutSafe: 'What you wrote is kept on this device and goes out once you sign in again.',
  signInAgain: 'Sign in again',
  waiting: {
    title: 'On its way',
    none: 'Everything you did has arrived in your space.',
    waits: 'Waiting for the network',
    stopped: 'Stopped',
    retry: 'Try again',
    discard: 'Give up',
    discarded: 'Given up.',
    close: 'Close'
  },
  problem: {
    forbidden: 'The server does not allow it.',
    unauthorised: 'The server wants you to sign in again.',
    conflict: 'It was changed somewhere else in the meantime.',
    full: 'There is no room left in that space.',
    refused: 'The server does not accept it.',
    missing: 'The place it belongs to is not there any more.',
    gone: 'The place it belongs to is not there any more.',
    offline: 'There is no connection to that space.',
    slow: 'That space takes too long to answer.',
    broken: 'That space has a fault of its own.',
    unsafe: 'Its address is not safe to open.'
  } as Record<string, string>
};
