/** What the welcome page says; apart, because it is the first thing anybody loads. */
export const welcome = {
  title: 'A place for your people, in a space that is yours.',
  lead: 'Post for friends, or for everyone. What you write is kept in your own space, on a server you choose, and goes with you when you leave.',
  create: 'Create my space',
  createText: 'You need a name, an e-mail address and a password. It takes a minute.',
  have: 'I already have one',
  haveText: 'Sign in with any Solid space, wherever it lives.',
  invited: 'I was invited',
  invitedText: 'Open the link you were given, or paste it here.',
  promise: 'No advertising, no counting of you, nothing loaded from anybody else.'
};
