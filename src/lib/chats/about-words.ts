/**
 * What is said around a chat: starting one, who is in it, the ways in and out. Apart from screen-words.ts, so that an
 * open chat need not load it.
 */
export const words = {
  make: {
    title: 'New chat',
    find: 'Find a friend',
    friends: 'Friends',
    nobody: 'You can chat with friends. Invite the first one.',
    nobodyAction: 'Find friends',
    noMatch: 'No friend of that name.',
    chosen: (count: number) => (count === 1 ? '1 chosen' : `${count} chosen`),
    name: 'Name of the group',
    nameHint: 'Everybody in it sees it, and can tell it from other chats.',
    rules: 'What is agreed here',
    start: 'Start the chat',
    where: 'It is kept in your space. Only you and the people you choose can read it.'
  },
  about: {
    title: 'About this chat',
    people: 'People',
    whole: (count: number) => `Show all ${count}`,
    fewer: 'Show fewer',
    since: (date: string) => `since ${date}`,
    roles: { owner: 'Owner', moderator: 'Moderator', member: 'Member', reader: 'Reads along' },
    setRole: {
      moderator: 'Make moderator',
      member: 'Make member',
      reader: 'Let read only'
    },
    remove: 'Remove from this chat',
    removed: (name: string) => `${name} is no longer part of this chat.`,
    roleSet: (name: string) => `Changed for ${name}.`,
    message: 'Message',
    add: 'Add people',
    addButton: 'Add',
    added: (name: string) => `${name} is invited.`,
    everybody: 'All your friends are here already.',
    name: 'Name',
    rules: 'What is agreed here',
    save: 'Save',
    saved: 'Saved.',
    leave: 'Leave this chat',
    leaveText:
      'The owner is told, and their app takes you out. You can read no more of it then; what you wrote stays there.',
    takeBack: 'Become the owner again',
    tookBack: 'You decide about this chat again.',
    left: 'You left.',
    copyGoes: 'Your own copy goes too. Save the chat as a file first if you want to have it later.',
    clear: 'Clear for me',
    showCleared: 'Show what I cleared',
    clearText: 'What was said so far is no longer shown to you. The others still have it.',
    delete: 'Delete for everybody',
    deleteText: (names: string) =>
      `The chat and everything said in it is taken out of your space. ${names} cannot read it any more; who kept a copy still has that.`,
    alone: 'Nobody but you',
    forget: 'Remove from my chats',
    forgotten: 'Removed from your chats.',
    deleted: 'Deleted for everybody.',
    cancel: 'Cancel',
    removeText: 'They can read nothing more of it and write nothing. What they read and wrote stays.',
    sure: { leave: 'Leave?', delete: 'Delete for everybody?', remove: (name: string) => `Remove ${name}?` },
    who: (owner: string) =>
      `It is kept in ${owner} space. The people named here can read it; so can whoever runs that server, because it is not end-to-end encrypted yet.`,
    copy: 'This is your own copy. It is kept in your space, and only you can read it. The chat itself is gone, closed to you or out of reach.',
    mine: 'your',
    elsewhere: 'Open it on another device',
    link: 'Link to this chat',
    linkHint: 'It opens only for people who are part of it.',
    code: 'The link as a square for a camera (QR code)'
  },
  handOver: {
    make: 'Make owner',
    title: (name: string) => `Make ${name} the owner?`,
    to: (name: string) => `Make ${name} the owner`,
    done: (name: string) => `${name} is the owner now.`,
    first: 'Who decides when you are gone?',
    firstText:
      'You are the owner: only your app lets people in and takes them out. Hand that to somebody first; then you can leave.',
    stays:
      'From then on they decide who is in the chat. What is written stays in your space: you can still read it, delete it, or become the owner again, and if you give up your space the chat goes with it. Links that you made stop working.',
    away: 'From then on they decide who is in the chat, and you do not. Links that you made stop working.'
  },
  link: {
    title: 'Invite by link',
    text: 'Whoever has the link can ask to be let in, and your app lets them in when it is open. Nobody else in the chat can see it.',
    whoever:
      'Show them this square, or send them the link. It works for everybody who has it, for 30 days or until you take it back.',
    label: 'Link into this chat',
    make: 'Make a link',
    made: 'Made',
    show: 'Show',
    takeBack: 'Take back',
    takenBack: 'Taken back. Nobody is let in by that link any more.'
  },
  arriving: {
    title: (name: string, chat: string) =>
      chat === '' ? `${name} invites you to a chat` : `${name} invites you to \u2068${chat}\u2069`,
    text: (name: string) =>
      `It is a chat in ${name}’s care on Hearth, where everybody keeps what they write in a space of their own. You ask to be let in, and ${name}’s app opens the door.`,
    ask: 'Ask to be let in',
    asked: (name: string) => `${name}’s app will let you in the next time it is open.`,
    askedText: 'The chat then opens here by itself, and is in your list of chats on all your devices.',
    own: 'This is your own link. Send it to those you want in the chat.',
    isIn: 'You are in this chat.',
    open: 'Open the chat',
    refused: (name: string) => `This link is not good any more. Ask ${name} for a new one.`,
    ended: (name: string) => `This link has ended. Ask ${name} for a new one.`,
    wait: 'Do not wait any more',
    seen: 'All right'
  }
} as const;
