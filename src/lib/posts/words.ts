/** What the screens of this room say. One file, so that a second language is a second file. */
export const words = {
  compose: {
    label: 'What do you want to say?',
    placeholder: 'What do you want to say?',
    title: 'Write',
    saved: 'Draft kept on this device',
    editTitle: 'Change this post',
    editLabel: 'The text of your post',
    save: 'Save',
    sent: 'Your post is on its way.',
    notKept: 'This could not be kept on this device.',
    notKeptText: 'Copy your text and try again; the browser may be out of room.'
  },
  menu: {
    edit: 'Change',
    who: 'Who can see this',
    under: 'Look underneath',
    copyLink: 'Copy the link',
    delete: 'Delete'
  },
  linkCopied: 'The link is copied. It opens only for those who can see the post.',
  deleted: 'Deleted.',
  undo: 'Undo',
  gone: 'This post is not there any more.',
  backInBox: 'Not sent. Your text is back in the box for new posts.',
  backInEdit: 'The change was not sent. Your text waits for you under Change.',
  warning: 'The author warns',
  showAnyway: 'Show it',
  newPosts: (count: number) => (count === 1 ? '1 new post' : `${count} new posts`),
  newSince: (when: string) => `New since ${when}`,
  posts: 'Posts',
  postsOf: (name: string) => `What ${name} wrote`,
  keys: {
    posts: 'Posts',
    next: 'Next post',
    previous: 'The post before',
    open: 'Open the post',
    newest: 'New posts, or the top'
  },
  home: 'Home',
  defect:
    'Something in this app went wrong. What you see is what was there before; nothing you wrote is lost.',
  who: {
    title: 'Who can see this',
    asking: 'Asking your space',
    everyone: 'Everyone on the web. They need no account.',
    signedIn: 'Everyone who is signed in, wherever they come from.',
    only: 'Only you.',
    some: 'You and:',
    theirs: (name: string) => `${name} chose: friends. Only ${name} can see the list.`,
    theirsAll: (name: string) => `${name} chose: everyone on the web.`,
    cannot: 'Your space does not answer just now, so this cannot be said for certain.',
    asChosen: { public: 'You chose: everyone.', friends: 'You chose: your friends.' },
    notSent: 'It is not sent yet: for now it is only on this device.'
  },
  other: {
    title: 'Your other device changed this at the same time',
    text: 'The newer text is shown above. The other one is kept here, on this device:',
    use: 'Use this one instead',
    copy: 'Copy',
    dismiss: 'Dismiss',
    goneTitle: 'A post was changed on one of your devices and deleted on another',
    goneText: 'It stays deleted. What it was changed to is kept here, on this device:',
    write: 'Put it in the box for new posts'
  },
  quiet: {
    many: (count: number) => `${count} friends cannot be read just now`,
    show: 'Show who'
  },
  older: {
    looking: 'Looking further back…',
    offline: 'Older posts come when there is a network again.',
    lack: (name: string) => `What ${name} wrote before cannot be read just now.`,
    lackMine: 'What you wrote before cannot be read just now.',
    lackMany: (count: number) => `What ${count} of your friends wrote before cannot be read just now.`
  },
  end: (since: string) => `That is everything since ${since}.`,
  endShort: 'That is everything.',
  empty: {
    title: 'It is quiet here',
    text: 'What you and your friends write stands here, the newest first. Begin with a friend.',
    action: 'Find friends'
  },
  noPosts: (name: string) => `${name} has written nothing that you can see.`,
  noPostsMine: 'You have written nothing yet.',
  one: {
    noAddress: 'This link has no post in it.',
    notSafe: 'This link does not lead to a post that can be opened.',
    missing: 'There is no post here (any more).',
    missingText: 'Its author may have deleted it, or the link is not whole.',
    forbidden: 'This post is not for you to see.',
    forbiddenText: 'Its author chose who can see it. If that should be you, ask them.',
    silent: 'The space it lives in is not answering.',
    silentText: 'Nothing is lost. Try again in a while.',
    broken: 'What is there cannot be read.',
    brokenText: 'The document is damaged or not what it should be. Look underneath to see more.',
    forged: 'This is not what it says it is.',
    forgedText: 'It claims to be written by somebody, but does not stand in their space. So it is not shown.',
    again: 'Try again'
  },
  under: {
    title: 'Look underneath',
    intro: 'This is exactly how it is kept: a document in somebody’s space that any app can read.',
    address: 'Address of the document',
    who: 'Who may read it',
    whoTheirs: 'Only its owner can see the list.',
    fetched: 'Last confirmed by the server',
    never: 'Never yet',
    state: 'State',
    states: {
      fresh: 'As the server has it',
      stale: 'Written by you since; being read again',
      missing: 'The server says: nothing is there',
      forbidden: 'The server says: not for you',
      broken: 'Could not be read'
    },
    version: 'Version (ETag)',
    restricted: 'Read with your sign-in',
    pending: 'Not sent yet',
    pendingNone: 'Nothing: all of it has arrived',
    source: 'The document, in Turtle',
    onlyThis: 'Only what it says of this',
    all: 'The whole document',
    nothing: 'There is nothing in it.',
    copy: 'Copy'
  }
} as const;
