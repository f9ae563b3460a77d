import { hashed } from '../hashed.ts';

/**
 * Where somebody says how far they have read in a chat, if they do: in a folder of their own space with an access list
 * of its own, named after the chat's address, so that the others find it without asking where.
 */
export async function markerFolder(storage: string, chat: string): Promise<string> {
  return `${storage}chats/read-${await hashed(chat)}/`;
}

export const markerIn = (folder: string): string => `${folder}now.ttl`;
