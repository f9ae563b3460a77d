/** The words that components say by themselves. One file, so that a second language is a second file. */
export const words = {
  notLoaded: 'This could not be loaded. Perhaps there is no connection just now.',
  failed: 'That did not work. Nothing was lost; try again.',
  skip: 'Skip to the content',
  write: 'Write',
  main: 'Main',
  close: 'Close',
  more: 'More',
  undo: 'Undo',
  loading: 'Loading',
  optional: 'optional',
  show: 'Show',
  hide: 'Hide',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Select it and copy by hand',
  edited: 'edited',
  send: 'Post',
  whoSees: 'Who can see this',
  tooLong: 'The rest is not shown: this text is too long.',
  shortcuts: 'Keyboard shortcuts',
  shortcutsNone: 'There are no shortcuts here.',
  shortcutsOn: 'Use keyboard shortcuts',
  audience: { everyone: 'Everyone', friends: 'Friends', me: 'Only you', people: 'Some people' },
  step: { waiting: 'to do', doing: 'being done', done: 'done', failed: 'did not work' },
  post: {
    waiting: 'Kept on this device, waiting to be sent',
    unkept: 'Waiting to be sent; lost if you close this page',
    sending: 'Being sent',
    refused: 'Not sent'
  },
  message: {
    sent: 'Arrived',
    inThread: 'Said in a thread',
    showPicture: 'Show it',
    save: 'Save it on this device',
    replies: (count: number) => (count === 1 ? '1 answer' : `${count} answers`)
  },
  chat: {
    named: 'you are named',
    pinned: 'Pinned',
    muted: 'Muted'
  },
  composer: {
    name: 'People to name',
    people: (count: number) =>
      count === 1 ? '1 person to name: Enter takes it.' : `${count} people to name: up and down to choose.`,
    attach: 'Add a picture or file',
    send: 'Send',
    keys: 'Send (Enter or Ctrl+Enter)'
  },
  emoji: {
    title: 'React',
    with: (emoji: string) => `React with ${emoji}`,
    own: 'Another emoji',
    use: 'Use it',
    none: 'There is no emoji in this.'
  },
  again: 'Try again',
  edit: 'Edit',
  giveUp: 'Give up',
  copyText: 'Copy the text',
  cancel: 'Cancel'
} as const;
