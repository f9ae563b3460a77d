/** What the people pages say. One file, so that a second language is a second file. */
export const words = {
  people: 'People',
  invite: 'Invite a friend',
  requests: 'They ask to be friends',
  friends: 'Friends',
  waiting: 'You asked',
  earlier: 'Earlier',
  nobody: 'Nobody here yet',
  nobodyText: 'Your friends will sit here. Invite the first one: with the link they need not wait for you.',
  yes: 'Say yes',
  no: 'No',
  ask: 'Ask to be friends',
  askBack: 'Be friends after all',
  askAgain: 'Ask again',
  takeBack: 'Take it back',
  message: 'Message',
  end: 'End the friendship',
  cancel: 'Cancel',
  quiet: 'out of reach just now',
  underneath: 'Look underneath',
  sending: { again: 'Try again', giveUp: 'Give up', copy: 'Copy', edit: 'Edit' },
  copied: 'Copied.',
  copyFailed: 'This browser does not let us copy.',
  drafts: {
    otherTab: 'You began this in another tab',
    takeOther: 'Put it here',
    dropOther: 'Throw it away'
  },
  relation: {
    me: 'This is you.',
    friend: 'You are friends.',
    friendSince: (date: string) => `You are friends since ${date}.`,
    asked: 'You asked to be friends. No answer yet.',
    asks: 'They ask to be friends.',
    ended: 'You are no longer friends.',
    declinedByMe: 'They asked, and you said no.',
    declinedByThem: 'They would rather not be friends now.',
    none: ''
  },
  done: {
    asked: (name: string) => `${name} will see that you asked.`,
    friend: (name: string) => `You and ${name} are friends.`,
    declined: (name: string) => `You said no to ${name}. They may ask again.`,
    takenBack: 'Taken back.',
    ended: (name: string) => `You and ${name} are no longer friends.`
  },
  ending: {
    title: (name: string) => `End the friendship with ${name}?`,
    text: (name: string) =>
      `${name} can no longer read what you post for friends, and you no longer see what they post for theirs. To be friends again, one of you has to ask.`
  },
  find: {
    title: 'Find somebody',
    label: 'Their address',
    hint: 'For example solidweb.me/anna, or the address of their profile.',
    button: 'Look',
    looking: 'Looking there …',
    found: (name: string, host: string) => `That is ${name} at ${host}.`,
    nobody: (host: string) =>
      `There are spaces at ${host}, but this is nobody’s address. Ask your friend for theirs.`,
    self: 'That is your own address.',
    faults: {
      'not-an-address': 'That does not look like an address. It has a dot in it, like solidweb.me/anna.',
      unreachable: 'Nobody answers there. Check the spelling, or your network, and try again.',
      slow: 'It takes too long to answer. Try again in a moment.',
      'nothing-there': 'There is a server, but nobody lives at this address. Check the spelling.',
      'no-issuer': 'This is an address, but not of somebody who can sign in. Check the spelling.',
      'not-solid': 'There is a web site, but no spaces are kept there. Check the spelling.'
    } as Record<string, string>,
    did: 'Did you mean'
  },
  invitation: {
    title: 'Invite a friend',
    text: 'Show them this square, or send them the link. Whoever opens it first becomes your friend at once; it works one time, for 30 days.',
    link: 'Your invitation',
    code: 'Your invitation as a QR code',
    making: 'Making an invitation …',
    open: 'Open invitations',
    from: 'Made',
    withdraw: 'Take back',
    withdrawn: 'Taken back. Whoever uses that link now has to wait for your yes.',
    share: 'Share'
  },
  tray: {
    title: (count: number) =>
      count === 1 ? '1 message could not be checked' : `${count} messages could not be checked`,
    text: 'They say they come from somebody, but that somebody’s own space does not say the same. They may be spam, so they are not shown.',
    clear: 'Remove them'
  },
  profile: {
    edit: 'Edit your profile',
    title: 'Your profile',
    name: 'Your name',
    about: 'A few words about you',
    aboutHint: 'Everyone can read this.',
    picture: 'Picture',
    choose: 'Choose a picture',
    change: 'Change the picture',
    remove: 'Remove the picture',
    save: 'Save',
    saved: 'Saved.',
    needName: 'Your friends need a name to know you by.',
    longName: (most: number, over: number) =>
      `A name can have ${most} characters. This one has ${over} too many.`,
    other: {
      title: 'Your other device changed this at the same time',
      name: 'The name above is the one that arrived last. The other one is kept here, on this device:',
      about: 'The words above are those that arrived last. The others are kept here, on this device:',
      use: 'Use this one instead',
      copy: 'Copy',
      dismiss: 'Dismiss'
    },
    showFriends: 'Show everyone who my friends are',
    showFriendsHint: 'Your profile then names them. Otherwise only you see the list.',
    loadPicture: 'Show the picture',
    elsewhere: 'Their picture lies on another server, which would see that you look at it.',
    copyAddress: 'Copy the address',
    copied: 'Address copied.',
    missing: 'Nobody was found at this address.',
    down: 'Their space does not answer just now. This is what was last seen.',
    never: 'Their space does not answer just now. Try again in a moment.',
    noId: 'No address was given.',
    back: 'Back to your page'
  },
  setup: {
    title: 'Prepare your space',
    text: (host: string) =>
      `Hearth keeps everything in your own space at ${host}. It needs a few places there. What is there already stays as it is.`,
    list: 'What Hearth makes in your space',
    you: 'How friends will know you',
    optional: 'You can change or add this later.',
    go: 'Prepare my space',
    goOn: 'Go on',
    later: 'Not now',
    looking: 'Looking at what is there …',
    waiting: 'Your space does not answer just now. It goes on by itself.',
    profile: 'Your name, picture and words',
    steps: {
      public: 'A place for what everyone may read',
      friends: 'A place that only your friends may read',
      inbox: 'A letter box, so that friends can reach you',
      settings: 'Private notes: who your friends are, open invitations',
      contacts: 'An address book that other apps can read too',
      index: 'A list of what is where, for other apps',
      card: 'Your profile says where these places are'
    },
    there: 'is there already',
    problems: {
      forbidden:
        'Your server does not allow this. What was made before stays. You can go on without it, but some things will not work.',
      unauthorised: 'Your sign-in has ended. Sign in again, then go on here: what was made stays.',
      full: 'There is no room left in your space. Make some, then go on.',
      offline: 'There is no connection to your space. What was made stays; go on when you are back.',
      slow: 'Your space takes too long to answer. What was made stays; try again in a moment.',
      broken: 'Your server has a fault of its own. What was made stays; try again in a moment.',
      other: 'Your server does not accept this. What was made before stays.'
    } as Record<string, string>,
    without: 'Go on without it',
    safe: 'Nothing you had was changed.'
  },
  arriving: {
    tab: 'Invitation',
    title: (name: string) => `${name} invites you`,
    text: (name: string) =>
      `${name} would like to be your friend on Hearth, where everybody keeps what they write in a space of their own.`,
    from: (host: string) => `From ${host}`,
    unknown:
      'This invitation could not be checked just now, because that place does not answer. You can go on all the same.',
    become: (name: string) => `Become friends with ${name}`,
    create: 'Create my space',
    createText: 'A name, an e-mail address and a password. It takes a minute.',
    have: 'I already have one',
    haveText: 'Sign in with your own space, wherever it is.',
    as: (name: string) => `You are signed in as ${name}.`,
    asked: (name: string) =>
      `Done. You are friends as soon as ${name}’s app has seen it, mostly within a minute.`,
    friends: (name: string) => `You and ${name} are friends.`,
    own: 'This is your own invitation.',
    ownText: 'Send the link to the friend you want to invite, or let them scan it. It works once.',
    broken: 'This invitation is not complete.',
    brokenText: 'The link was cut off on its way. Ask your friend to send it again, whole.',
    home: 'Go to your page',
    people: 'See your friends',
    prepare: 'First, your space is prepared. Then you are back here.'
  }
} as const;
