import type { View } from '#lib/cache/view.ts';
import { documentOf } from '#lib/people/address.ts';
import { isKnown } from '#lib/people/known.ts';
import type { Me } from '#lib/people/me.ts';
import type { Read } from '#lib/query/ask.ts';
import { DCT } from '#lib/rdf/vocab.ts';
import { dayIn } from '../places.ts';
import { copyFolder, copyOf } from './copy-place.ts';

interface Reader {
  readonly read: Read;
  /** The chat itself is away: everything comes from my copy. */
  readonly isCopy: boolean;
  /** The days my copy names, when it is read. */
  readonly days: readonly string[];
}

/**
 * How the documents of a chat are read: themselves, and my copies of them in their place where the chat is gone, closed
 * to me, or never read here and out of reach. Each view has the address of the original: a copy holds the original's
 * statements with their addresses, so makers, chains and signatures are judged as they were there.
 */
export async function readerOf(me: Me, chat: string, isKept: boolean, read: Read): Promise<Reader> {
  const itself = { read, isCopy: false, days: [] };
  if (!isKept) return itself;
  const index = documentOf(chat);
  const view = await read(index, 'closed');
  if (!isAway(view))
    return view.document?.problem ? { ...itself, read: await filled(me, chat, read) } : itself;
  const folder = await copyFolder(me, chat);
  const copied = fromCopy(read, chat, folder);
  const { graph } = await copied(index);
  if (graph.quads.length === 0) return itself;
  const days = graph.iris(`${folder}index.ttl#this`, DCT.hasPart).filter((url) => dayIn(chat, url));
  return { read: copied, isCopy: true, days };
}

/** The server says that it is gone or not for me; or nobody answers, and this device remembers nothing of it. */
function isAway(view: View): boolean {
  const { document, waiting } = view;
  if (waiting.length > 0 || document === undefined) return false;
  const { state, problem } = document;
  return state === 'missing' || state === 'forbidden' || (problem !== undefined && !isKnown(view));
}

/** The chat's server does not answer: what this device never read of it comes from my copy. */
async function filled(me: Me, chat: string, read: Read): Promise<Read> {
  const copied = fromCopy(read, chat, await copyFolder(me, chat));
  return async (address, wish) => {
    const view = await read(address, wish);
    return isAway(view) && view.document?.state !== 'missing' ? copied(address, wish) : view;
  };
}

function fromCopy(read: Read, chat: string, folder: string): Read {
  return async (address, wish) => {
    const url = documentOf(address);
    const copy = copyOf(folder, chat, url);
    if (copy === undefined) return read(address, wish);
    const { graph, document, waiting, version } = await read(copy, wish);
    return { url, graph, document, waiting, version };
  };
}
