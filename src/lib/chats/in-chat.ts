import type { Chat } from './chat.ts';

/**
 * Who takes part in a chat or once did, as its index says: of nobody else are the card and keys asked by themselves. Who
 * may add to a chat can name thousands, at any server.
 */
export const inChat = ({ people, former }: Pick<Chat, 'people' | 'former'>): ReadonlySet<string> =>
  new Set([...people, ...former].map(({ id }) => id));
