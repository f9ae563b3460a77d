/** What the screens of this room say. One file, so that a second language is a second file. */
export const words = {
  chats: 'Chats',
  start: 'New chat',
  you: 'You',
  somebody: 'Somebody',
  list: {
    empty: 'No chats yet',
    emptyText: 'Talk to one friend or to many. What you say is kept in the space of whoever starts the chat.',
    archived: 'Archived',
    choose: 'Choose a chat: it opens here.',
    unread: (count: number, more: boolean) =>
      more ? `more than ${count} new messages` : count === 1 ? '1 new message' : `${count} new messages`,
    cannot: 'Cannot be read just now',
    notYet: 'Being read for the first time',
    nothing: 'Nothing said yet',
    copy: 'Your copy',
    line: (who: string, text: string) => `${who}: ${text}`
  },
  invitations: {
    title: 'Invitations',
    // Names of other scripts stay in one piece within the sentence (UAX 9, isolates).
    to: (chat: string) => `invites you to \u2068${chat}\u2069`,
    chat: 'wants to chat with you',
    join: 'Join',
    later: 'Not now',
    joined: 'You are in.',
    ignored: 'The invitation is gone.'
  },
  menu: {
    open: 'About this chat',
    search: 'Search in this chat',
    pin: 'Pin to the top',
    unpin: 'Unpin',
    mute: 'Mute',
    unmute: 'Unmute',
    archive: 'Archive',
    unarchive: 'Take out of the archive',
    clear: 'Clear for me',
    cleared: 'Cleared for you. The others still have it.',
    undo: 'Undo'
  },
  talk: {
    label: (title: string) => `Conversation: ${title}`,
    pane: 'The open chat',
    today: 'Today',
    yesterday: 'Yesterday',
    new: 'New',
    older: 'Older messages are being read',
    start: 'This is where the chat begins.',
    empty: 'Nothing has been said here yet.',
    newest: 'To the newest',
    toOldest: 'To the oldest new message',
    notFound: 'That message is not here any more, or cannot be read just now.',
    newCount: (count: number) => (count === 1 ? '1 new message' : `${count} new messages`),
    said: (who: string, text: string) => `${who}: ${text}`,
    back: 'All chats',
    backToChat: 'Back to the chat',
    people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
    write: (title: string) => `Message to ${title}`,
    short: 'Message',
    readOnly: 'You can read this chat, but not write in it.',
    unsent: 'You began this here, and it was not sent',
    throwAway: 'Throw it away',
    went: (name: string) => `${name} left.`,
    gone: (name: string) => `${name} is not part of this chat any more.`,
    removed: 'You are not part of this chat any more. What you had read stays here, on this device.',
    drop: 'Drop it here to send it',
    cannot: 'This chat cannot be read just now. What you see is what was here before.',
    forbidden:
      'This chat cannot be read by you any more: it was deleted, or you are not in it. What you see is what this device had read.',
    missing: 'This chat was deleted. What you see is what this device had read.',
    copy: 'This chat is gone, closed to you or out of reach. You read your own copy of it.',
    copyClosed: 'Nothing can be added to a copy.',
    noAddress: 'This link has no chat in it.',
    defect:
      'Something in this app went wrong. What you see is what was there before; nothing you wrote is lost.',
    notKept: 'This could not be kept on this device. Copy your text and try again.',
    find: 'Look for older messages',
    found: (count: number) =>
      count === 0
        ? 'Nothing older was found.'
        : `Found messages of ${count} more ${count === 1 ? 'day' : 'days'}.`
  },
  message: {
    react: 'React',
    reply: 'Reply',
    thread: 'Answer in a thread',
    copy: 'Copy the text',
    edit: 'Edit',
    delete: 'Delete',
    more: 'More',
    replyTo: (name: string) => `Reply to ${name}`,
    editing: 'Edit your message',
    deleted: 'Deleted.',
    deletedBy: (name: string) => `Deleted by ${name}.`,
    closed: 'Encrypted. This device cannot read it.',
    nothing: 'A message without words, written by another app.',
    gone: 'a message that is not here',
    picture: 'Picture',
    file: (name: string) => `File: ${name}`,
    pictureFrom: (host: string) => `A picture from another place: ${host}`,
    fileFailed: 'This file cannot be had just now. Try again later.',
    givenUp: 'Not sent.',
    backInBox: 'Not sent. Your text is back in the box.',
    reacted: (names: string, count: number) => (count > 0 ? `${names} and ${count} more` : names),
    signs: {
      unsigned: 'Not signed: anybody who may write here could have written it in this name.',
      bad: 'The signature is wrong: these may not be the words of the person named here.',
      'no-maker': 'Nobody says who wrote this.',
      'no-content': '',
      'no-time': 'Nobody says when this was written.',
      'from-the-future': 'Its time lies in the future, so the clock it was written by is wrong.',
      'not-in-chat': 'Written by somebody who is not part of this chat.',
      tampered: 'Somebody who may not tried to change this. You see what its author wrote.'
    }
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
  thread: {
    title: 'Thread',
    write: 'Answer in this thread'
  },
  search: {
    label: 'Search in this chat',
    none: 'Nothing found in what this device has read.',
    further: 'Search further back',
    results: (count: number) => (count === 1 ? '1 message' : `${count} messages`)
  },
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
    sure: { leave: 'Leave?', delete: 'Delete for everybody?', remove: (name: string) => `Remove ${name}?` },
    who: (owner: string) =>
      `It is kept in ${owner} space. The people named here can read it; so can whoever runs that server, because it is not end-to-end encrypted yet.`,
    mine: 'your',
    link: 'Link to this chat',
    linkHint: 'It opens only for people who are part of it.',
    code: 'The link to this chat as a picture for a camera'
  }
} as const;
