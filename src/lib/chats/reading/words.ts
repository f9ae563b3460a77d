/** Labels in the list of what waits to be sent. */
export const labels = {
  show: 'How far you have read',
  hide: 'No longer showing how far you have read'
} as const;

/** What the screens say. */
export const words = {
  title: 'What others see of your reading',
  share: 'Show how far I have read',
  hint: 'The people of this chat then see your face under the newest message you have read, and nobody else does. It is kept in your own space, for them alone to read. Off, nothing is written, and what was written is deleted.',
  by: (names: string) => `Read by ${names}`
} as const;
