import type { Me } from '#lib/people/me.ts';
import { rootOf } from '../places.ts';

/**
 * The folder of my copy of a chat. Its name is made from the chat's address, so that all my devices copy to one place
 * without asking each other; a letter first, as SolidOS needs it.
 */
export async function copyFolder(me: Me, chat: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(chat)));
  const name = [...hash.slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${me.storage}chats/copy-${name}/`;
}

/** Where the copy of one of the chat's documents lies; undefined for documents elsewhere. */
export function copyOf(folder: string, chat: string, document: string): string | undefined {
  const root = rootOf(chat);
  return document.startsWith(root) ? `${folder}${document.slice(root.length)}` : undefined;
}
