/** What the list of chats and an open chat say. What is said around a chat is in about-words.ts. */
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
    notYet: 'Not read on this device yet',
    nothing: 'Nothing said yet',
    cleared: 'Cleared for you',
    copy: 'Your copy',
    unknown: 'A chat',
    // The line has the direction of what was said, whatever the name is written in.
    line: (who: string, text: string) => `\u2068${who}\u2069: ${text}`
  },
  invitations: {
    title: 'Invitations',
    // Names of other scripts stay in one piece within the sentence (UAX 9, isolates).
    to: (chat: string) => `invites you to \u2068${chat}\u2069`,
    chat: 'wants to chat with you',
    unsigned: (chat: string) => `An invitation to \u2068${chat}\u2069 in this space. Nobody signed it.`,
    unsignedChat: 'An invitation to a chat in this space. Nobody signed it.',
    strange: (host: string) =>
      `invites you to a chat at ${host}. You do not talk to that server yet: if you look, it learns that you are here.`,
    from: (host: string) => `Somebody with a space at ${host}`,
    look: 'Look',
    looked: 'This chat cannot be read just now.',
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
    read: 'Mark as read',
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
    cleared: 'You cleared what was said before.',
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
    torn: 'A part of this chat cannot be read: what its server sends of it is too large or damaged. The rest is here.',
    forbidden:
      'This chat cannot be read by you any more: it was deleted, or you are not in it. What you see is what this device had read.',
    forbiddenToo: 'This chat cannot be read by you: it was deleted, or you are not in it.',
    noChat: 'What stands at this address is no chat.',
    missing: 'This chat was deleted. What you see is what this device had read.',
    missingToo: 'There is no chat here (any more).',
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
    nothing: 'A message without words.',
    coming: 'not here yet',
    gone: 'a message that is not here',
    picture: 'Picture',
    file: (name: string) => `File: ${name}`,
    pictureFrom: (host: string) => `A picture from another place: ${host}`,
    fileFailed: 'This file cannot be had just now. Try again later.',
    givenUp: 'Not sent.',
    giveUp: 'Give up',
    cancel: 'Cancel',
    giveUpSure: 'Give it up?',
    giveUpText: 'What was not sent is thrown away. It is kept nowhere else in Hearth.',
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
  thread: {
    title: 'Thread',
    write: 'Answer in this thread'
  },
  search: {
    label: 'Search in this chat',
    none: 'Nothing found in what this device has read.',
    further: 'Search further back',
    results: (count: number) => (count === 1 ? '1 message' : `${count} messages`)
  }
} as const;
