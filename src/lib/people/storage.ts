import type { Graph } from '#lib/rdf/graph.ts';
import { PIM } from '#lib/rdf/vocab.ts';
import { documentOf } from './address.ts';

// Nobody has more; a profile that names thousands would make every check slow.
const MOST = 8;

/** The storages that a person's own WebID document names, each with its slash at the end. */
export function storagesIn(card: Graph, person: string): string[] {
  return card
    .iris(person, PIM.storage)
    .slice(0, MOST)
    .map((storage) => (storage.endsWith('/') ? storage : `${storage}/`))
    .filter((storage) => canonical(storage) !== undefined && !storage.includes('#'));
}

/**
 * Whether an address lies in one of the storages. Strict on purpose: an address that is not written the way
 * it will be asked for (dot segments, a default port, credentials, encoded slashes, a query) is in none, so that
 * no spelling of it can lead out of a storage again.
 */
export function standsIn(address: string, storages: readonly string[]): boolean {
  const place = canonical(address);
  return (
    place !== undefined && storages.some((storage) => storage.endsWith('/') && place.startsWith(storage))
  );
}

// Asked for every statement of a feed, and documents are few: most of a cold feed went into reading the same addresses.
const KNOWN = 5_000;
const known = new Map<string, string | undefined>();

function canonical(address: string): string | undefined {
  const plain = documentOf(address);
  if (known.has(plain)) return known.get(plain);
  if (known.size >= KNOWN) known.clear();
  const found = canonicalDocument(plain);
  known.set(plain, found);
  return found;
}

function canonicalDocument(plain: string): string | undefined {
  if (!URL.canParse(plain)) return undefined;
  const url = new URL(plain);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (url.username !== '' || url.password !== '' || url.search !== '') return undefined;
  // Servers decode these at different moments (RFC 3986 section 7.3).
  if (/%(2f|5c|2e|00)/i.test(plain) || plain.includes('//', url.protocol.length + 2)) return undefined;
  const asciiOnly = plain.replace(/[\u0080-\uffff]+/g, (letters) => encodeURIComponent(letters));
  return url.href === asciiOnly ? plain : undefined;
}
