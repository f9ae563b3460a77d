/** Words in files that somebody saves of a chat. */
export const exported = {
  about: (people: string, day: string, time: string, zone: string) =>
    `${people === '' ? 'A chat' : `A chat of ${people}`}, saved on ${day} at ${time}. Times are those of ${zone}.`,
  missing: (count: number) =>
    `Not all of it could be read when this was saved: ${count} ${count === 1 ? 'place' : 'places'} could not be read, and what was said there may be missing.`,
  nothing: 'Nothing was said here.',
  files: 'Pictures and files',
  filesAre: 'They lie where they were sent to; who may see them there can open them.',
  you: 'You',
  nobody: 'Nobody named',
  edited: (when: string) => `edited ${when}`,
  answers: (who: string, what: string) => `answers ${who}: ${what}`,
  answersUnknown: 'answers a message that is not here',
  inThread: 'in a thread',
  deleted: (who: string, when: string) =>
    `Deleted${who === '' ? '' : ` by ${who}`}${when === '' ? '' : `, ${when}`}`,
  closed: 'Encrypted: this device could not read it.',
  empty: 'A message without words.',
  picture: 'Picture',
  file: 'File',
  unsigned: 'not signed',
  bad: 'its signature is not of this person',
  unchecked: 'its signature could not be checked',
  sending: 'not sent yet',
  andOthers: (some: string, count: number) => `${some} and ${count} more`,
  and: (some: string, last: string) => `${some} and ${last}`
} as const;

/** What the screens say about saving. */
export const words = {
  title: 'Save as a file',
  hint: 'Everything said here that you can read, as one file on this device. Pictures and files are in it as links.',
  forms: {
    text: 'Plain text',
    html: 'A page to read (HTML)',
    turtle: 'For other apps (Turtle)'
  },
  menu: 'Save this chat',
  reading: (count: number) => (count === 1 ? 'Reading: 1 day so far' : `Reading: ${count} days so far`),
  cancel: 'Cancel',
  saved: (name: string) => `Saved as ${name}.`,
  part: (name: string, count: number) =>
    `Saved as ${name}, but not all of it: ${count === 1 ? '1 place' : `${count} places`} could not be read just now. The file says so too.`
} as const;
