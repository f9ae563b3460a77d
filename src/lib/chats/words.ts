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
  link: 'Where a chat goes on',
  ask: 'Ask to be let into a chat',
  unlink: 'Take a link back',
  refuse: 'Say that a link is not good any more',
  tidy: 'Tidy your inbox',
  handOver: 'Hand a chat over',
  picture: 'Picture of a chat'
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
  notOwn: 'Only the owner of a chat can decide that.',
  notLooking: 'Only who looks after a chat can change that.',
  noKey: 'Your space is not answering just now, and your signature is needed for this.',
  unreachable: (name: string) => `The space of ${name} is not answering. Try again a little later.`,
  alone: 'Choose somebody to talk to.',
  owner: 'You are the owner of this chat: hand it to somebody else in it first.',
  host: 'The chat lies in their space, so they can always read it. They can only leave by themselves.',
  notIn: 'Only somebody who is in the chat can become its owner.',
  ownLink: 'That is your own link.',
  noInbox: 'Nobody can be asked: whoever made this link has no place for letters.'
} as const;
