/** Labels in the list of what waits to be sent. */
export const labels = {
  copy: 'Your copy of a chat',
  uncopy: 'Deletion of your copy of a chat'
} as const;

/** Sentences of `Cannot`. */
export const sentences = {
  notListed: 'Your space is not answering just now, so your copy could not be deleted. Try again later.'
} as const;

/** What the screens say. */
export const words = {
  title: 'Your own copy',
  keep: 'Keep my copy',
  hint: (place: string) =>
    `What is said here is copied into your own space (${place}), for you alone to read. It stays there when the chat is deleted or you are removed. Pictures and files are not copied.`,
  reading: (documents: number) =>
    documents === 1 ? 'Reading the chat: 1 day so far' : `Reading the chat: ${documents} days so far`,
  copying: (done: number, of: number) => `Copying: ${done} of ${of} days`,
  begins: 'Copying begins in a moment.',
  current: 'Complete. Last looked through',
  missing: (count: number) =>
    `${count === 1 ? '1 day' : `${count} days`} could not be read. They are copied when they answer.`,
  failed: 'Your copy is not complete.',
  again: 'Try again',
  offTitle: 'Delete your copy?',
  offText: 'It is taken out of your space. The chat itself stays as it is.',
  offAway: 'The chat itself is away: this is all that is left of it for you.',
  off: 'Delete my copy',
  cancel: 'Keep it',
  on: 'From now on a copy is kept.',
  gone: 'Your copy is deleted.'
} as const;
