/** What the index of an encrypted chat says, for those who open it in an app that cannot read it. */
export const ENCRYPTED = 'End-to-end encrypted chat. Open it in Hearth to read.';

/** Labels in the list of what waits to be sent. */
export const labels = {
  start: 'Start a chat',
  send: 'Message',
  file: 'File in a chat',
  edit: 'Change of a message',
  delete: 'Deletion of a message',
  react: 'Reaction',
  unreact: 'Reaction taken back',
  invite: 'Invite to a chat',
  role: 'Who may do what in a chat',
  remove: 'Remove somebody from a chat',
  leave: 'Leave a chat',
  rename: 'Change a chat',
  kept: 'Your notes on a chat',
  join: 'Take part in a chat',
  ignore: 'Let an invitation go',
  end: 'Delete a chat',
  key: 'Your signature',
  link: 'Where a chat goes on'
} as const;

export const sentences = {
  empty: 'There is nothing to send.',
  long: (more: number) => `That is ${more} character${more === 1 ? '' : 's'} too long for one message.`,
  gone: 'This message is not there any more.',
  away: 'This chat is away. What you see is your own copy, and nothing can be added to it.',
  notYours: 'Only who wrote a message can change it.',
  mayNotDelete: 'Only who wrote a message, and who looks after the chat, can delete it.',
  mayNotWrite: 'You can read this chat, but not write in it.',
  unknown: 'This chat could not be read yet. Try again when its space answers.',
  cannotLook: 'This chat cannot be looked through just now. Try again when its space answers.',
  notOwn: 'Only who started a chat can decide that.',
  noKey: 'Your space is not answering just now, and your signature is needed for this.',
  unreachable: (name: string) => `The space of ${name} is not answering. Try again a little later.`,
  alone: 'Choose somebody to talk to.',
  owner: 'This chat lies in your space: delete it, or hand it to somebody first.'
} as const;
