import { documentOf } from '#lib/people/address.ts';
import type { Read } from '#lib/query/ask.ts';
import { copyOf } from './copy-place.ts';

/**
 * Reads my copies in place of a chat's documents. Each view has the address of the original: the copy holds the
 * original's statements with their addresses, so makers, chains and signatures are judged as they were there.
 */
export function fromCopy(read: Read, chat: string, folder: string): Read {
  return async (address, wish) => {
    const url = documentOf(address);
    const copy = copyOf(folder, chat, url);
    if (copy === undefined) return read(address, wish);
    const { graph, document, waiting, version } = await read(copy, wish);
    return { url, graph, document, waiting, version };
  };
}
