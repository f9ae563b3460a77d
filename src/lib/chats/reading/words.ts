/** Labels in the list of what waits to be sent. */
export const labels = {
  show: 'How far you have read',
  hide: 'No longer showing how far you have read'
} as const;

/** What the screens say. */
export const words = {
  title: 'What you have read',
  share: 'Show how far I have read',
  hint: 'The people of this chat, and nobody else, then see your face under the newest message you have read. Off, they see nothing, and what they could see is deleted.',
  by: (names: string) => `Read by ${names}`
} as const;
