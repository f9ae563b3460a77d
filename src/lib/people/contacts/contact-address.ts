import { handleOf } from '../address.ts';
import type { Book } from './book.question.ts';

/**
 * Where a person's entry in my address book is. Made from their address, so that two devices, or a friendship that
 * ends and begins again, come to the same entry.
 */
export function contactAddress(book: Book, person: string): string {
  const readable = handleOf(person)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 30)
    .replace(/^-+|-+$/g, '');
  // Letter first: names that start with a digit trip other apps.
  return `${book.folder}Person/p-${readable || 'person'}-${hashed(person)}/index.ttl#this`;
}

/** FNV-1a with 64 bits: enough to tell the people of one address book apart. */
function hashed(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(36);
}
