/** Words in files that somebody saves of a chat. */
export const exported = {
  about: (people: string, day: string, time: string, zone: string) =>
    `${people === '' ? 'A chat' : `A chat of ${people}`}, saved on ${day} at ${time}. Times are those of ${zone}.`,
  missing: (count: number) =>
    `Not all of it could be read when this was saved: ${count} ${count === 1 ? 'place' : 'places'} did not answer.`,
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
