import { fingerprint } from '#lib/cache/fingerprint.ts';
import { documentOf } from '#lib/people/address.ts';
import { standsIn } from '#lib/people/storage.ts';

/** Which storage an address belongs to. */
export interface Homes {
  /** The innermost storage that anybody here names; undefined outside of all. */
  of(address: string): string | undefined;
  /** Changes when the answers may. */
  readonly version: string;
}

/**
 * A profile may name storages that are not its owner's: a whole server, or a neighbour's space. So an address belongs
 * to the innermost storage that any of these people name, and only a document of that same storage may speak for it.
 */
export function homesOf(people: readonly { readonly storages: readonly string[] }[]): Homes {
  const roots = new Set(people.flatMap(({ storages }) => storages));
  // Every subject asks, of few documents.
  const known = new Map<string, string | undefined>();
  return {
    of(address) {
      const document = documentOf(address);
      if (!known.has(document)) known.set(document, innermost(document, roots));
      return known.get(document);
    },
    version: fingerprint([...roots].sort().join(' '))
  };
}

/** From the document upwards, folder by folder: there may be hundreds of storages, and folders are few. */
function innermost(document: string, roots: ReadonlySet<string>): string | undefined {
  for (let end = document.lastIndexOf('/'); end > 0; end = document.lastIndexOf('/', end - 1)) {
    const root = document.slice(0, end + 1);
    if (roots.has(root) && standsIn(document, [root])) return root;
  }
  return undefined;
}
