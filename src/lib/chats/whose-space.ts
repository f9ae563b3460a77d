import type { View } from '#lib/cache/view.ts';
import { documentOf } from '#lib/people/address.ts';
import type { Me } from '#lib/people/me.ts';
import { standsIn, storagesIn } from '#lib/people/storage.ts';
import type { Read } from '#lib/query/ask.ts';
import { DC, DCT, FOAF } from '#lib/rdf/vocab.ts';

/** More authors are nobody's chat; each is a card to be read. */
const MOST = 3;
const AUTHORS = [DC.author, DCT.creator, FOAF.maker, DC.creator];

/**
 * In whose space a chat lies: of those whom its index calls its author, the one whose own card names that storage. Who
 * may write the index may name anybody. Undefined where that is not known; `read` decides whose card may be asked for.
 */
export async function whoseSpace(
  read: Read,
  { graph }: Pick<View, 'graph'>,
  id: string,
  me: Me
): Promise<string | undefined> {
  const document = documentOf(id);
  if (graph.about(id).length === 0) return undefined;
  if (standsIn(document, [me.storage])) return me.id;
  const authors = new Set(AUTHORS.flatMap((word) => graph.iris(id, word)));
  for (const author of [...authors].filter((each) => /^https?:/.test(each)).slice(0, MOST)) {
    const card = await read(documentOf(author), 'known');
    if (standsIn(document, storagesIn(card.graph, author))) return author;
  }
  return undefined;
}
