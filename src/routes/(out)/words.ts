import type { SignInTrouble } from '#lib/app/troubles.ts';

/** What the pages before signing in say. */
export const words = {
  connect: {
    title: 'Where is your space?',
    hint: 'Your address, or just your provider. For example solidweb.me, or anna.solidweb.me.',
    label: 'Your address',
    looking: 'Looking there …',
    person: (name: string, place: string) => `That is ${name} at ${place}.`,
    provider: (place: string) => `You will sign in at ${place}.`,
    signIn: 'Sign in',
    leaving: 'Going there …',
    which: 'Which provider do you sign in with?',
    again: 'Been here before',
    forget: (name: string) => `Forget ${name} on this device`,
    did: 'Did you mean',
    none: 'No space yet?',
    create: 'Create one here'
  },
  faults: {
    'not-an-address': 'That does not look like an address. It has a dot in it, like solidweb.me.',
    unreachable: 'Nobody answers there. Check the spelling, or your network, and try again.',
    slow: 'It takes too long to answer. Try again in a moment.',
    'nothing-there': 'There is a server, but nobody lives at this address. Check the spelling.',
    'no-issuer':
      'This is somebody’s address, but it does not say where to sign in. Type your provider instead.',
    'not-solid':
      'There is a web site, but no spaces are kept there. Type the address of your space or its provider.'
  },
  signIn: {
    cancelled: 'You did not finish signing in. Nothing has changed; you can try again.',
    'provider-down': 'Your provider does not answer. Try again in a moment.',
    'issuer-not-listed':
      'The provider you came from is not the one your address names, so Hearth did not let it speak for you. Sign in with the provider your address names.',
    expired: 'Your sign-in has ended. Sign in again; what you wrote is still here.',
    revoked:
      'Your provider no longer accepts the sign-in of this device: it ran out, or it was ended there. Sign in again; what you wrote is still here.',
    clock: 'The clock of this device is wrong, so your provider refused. Set the clock, then try again.',
    'state-mismatch': 'This sign-in was begun somewhere else. Begin it here again.',
    'no-space':
      'You are signed in, but no space was found that belongs to your address. Ask your provider for one.',
    other: 'Signing in did not work. Try again.'
  } satisfies Record<SignInTrouble, string>,
  askAgain: 'Ask again',
  signUp: {
    title: 'Create your space',
    name: 'Your name',
    nameHint: 'As your friends know you.',
    handle: 'Address',
    handleHint: 'Small letters, digits and dashes. It stays as it is.',
    email: 'E-mail',
    emailHint: 'To sign in with. Nobody else sees it.',
    password: 'Password',
    passwordHint: 'At least 8 characters. Nobody can tell you later what it was, so keep it well.',
    create: 'Create my space',
    creating: 'Building your space …',
    next: 'Next you will be asked once whether Hearth may use your space.',
    have: 'I already have a space',
    noServer: 'No space can be created here. Sign in with one that you have.',
    needHandle: 'An address needs at least 3 small letters, digits or dashes, and begins with a letter.',
    needEmail: 'That is not an e-mail address.',
    needPassword: 'At least 8 characters.',
    taken: {
      handle: 'Somebody has this address already. Choose another.',
      email: 'There is an account with this e-mail already. Sign in instead, or use another.',
      password: 'This password is not accepted. Choose another.'
    },
    invalid: {
      handle: 'This address is not accepted. Choose another.',
      email: 'This e-mail is not accepted. Check it.',
      password: 'This password is not accepted. Choose another.'
    },
    unreachable: 'The server does not answer. What you typed is still here; try again in a moment.',
    refused: 'The server does not accept this. What you typed is still here.'
  },
  callback: {
    title: 'One moment',
    text: 'You are being let in …',
    another: (is: string, asked: string) =>
      `Your provider signed you in as ${is}, not as ${asked}. To change, sign out and choose “Use a different account” there.`
  }
};
