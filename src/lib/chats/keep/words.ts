/** Labels in the list of what waits to be sent. */
export const labels = {
  copy: 'Your copy of a chat',
  uncopy: 'Deletion of your copy of a chat'
} as const;
