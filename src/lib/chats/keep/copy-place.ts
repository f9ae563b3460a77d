import type { Me } from '#lib/people/me.ts';
import { hashed } from '../hashed.ts';
import { isPartOf, rootOf } from '../places.ts';

/**
 * The folder of my copy of a chat. Its name is made from the chat's address, so that all my devices copy to one place
 * without asking each other; a letter first, as SolidOS needs it.
 */
export const copyFolder = async (me: Me, chat: string): Promise<string> =>
  `${me.storage}chats/copy-${await hashed(chat)}/`;

/** Where the copy of one of the chat's documents lies; undefined for what is neither its index nor one of its days. */
export function copyOf(folder: string, chat: string, document: string): string | undefined {
  return isPartOf(chat, document) ? `${folder}${document.slice(rootOf(chat).length)}` : undefined;
}
