import { toHex } from '../hex.ts';

/**
 * That somebody holds the code of a link (SHA-256, hex): for this chat and this person only, so that who reads a letter
 * cannot use it, and so that letters with a wrong code are told apart without asking anybody.
 */
export async function codeProof(code: string, chat: string, person: string): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify([code, chat, person]));
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', text)));
}
