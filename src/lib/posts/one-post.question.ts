import type { View } from '#lib/cache/view.ts';
import { AS, RDF } from '#lib/rdf/vocab.ts';
import type { OutboxEntry } from '#lib/cache/cache.ts';
import { documentOf } from '#lib/people/address.ts';
import { profileOf } from '#lib/people/profile.question.ts';
import type { Source } from '#lib/people/sources.question.ts';
import type { Question, Read } from '#lib/query/ask.ts';
import type { Placed } from './feed.question.ts';
import { readPost } from './heard.ts';
import { homesOf } from './homes.ts';
import { isOpen } from './is-open.ts';
import { ownWords } from './own-words.ts';
import type { Post } from './post.shape.ts';
import { sendingOf } from './sending.ts';
import { silenceOf } from './quiet.ts';

/** One post at its address, or why there is none to show. */
export type OnePost =
  | { readonly state: 'there'; readonly placed: Placed }
  | { readonly state: 'loading' | 'missing' | 'forbidden' | 'silent' | 'broken' | 'forged' };

/**
 * The post at this address, from its own document (the truth), believed only as the word of the person in whose space
 * it stands. `people` are those whose storages are known; anybody else's are read from their own profile.
 */
export function onePost(
  id: string,
  people: Question<readonly Source[]>,
  outbox: () => Promise<readonly OutboxEntry[]>
): Question<OnePost> {
  return async (read) => {
    const view = await read(documentOf(id));
    const claimed = readPost(view.graph, id);
    if (!claimed) return { state: without(view, id) };
    const known = await people(read);
    const believed = await believedPost(view, claimed, known, read);
    if (believed === 'loading') return { state: 'loading' };
    if (!believed) return { state: 'forged' };
    const sending = sendingOf(await outbox(), id);
    return {
      state: 'there',
      placed: {
        post: believed,
        at: believed.published,
        open: isOpen(
          view,
          known.flatMap(({ storages }) => storages)
        ),
        ...(sending ? { sending } : {})
      }
    };
  };
}

async function believedPost(
  view: View,
  claimed: Post,
  known: readonly Source[],
  read: Read
): Promise<Post | 'loading' | undefined> {
  const author =
    known.find(({ owner }) => owner === claimed.author) ?? (await stranger(claimed.author, read));
  if (author === 'loading') return 'loading';
  const own = ownWords(view.graph, view.url, author, homesOf([...known, author]));
  return readPost(own, claimed.id);
}

async function stranger(id: string, read: Read): Promise<Source | 'loading'> {
  const card = await read(documentOf(id));
  if (!card.document) return 'loading';
  const { storages } = await profileOf(id)(() => Promise.resolve(card));
  return { owner: id, storages, documents: [] };
}

function without({ graph, document }: View, id: string): Exclude<OnePost['state'], 'there'> {
  if (!document) return 'loading';
  // The sign-in is being restored; where it is over, the frame says so.
  if (document.problem?.kind === 'unauthorised') return 'loading';
  if (document.state === 'forbidden') return 'forbidden';
  if (document.state === 'broken') return silenceOf(document) === 'silent' ? 'silent' : 'broken';
  const unreadable = graph.about(id).length > 0 && !graph.has(id, RDF.type, AS.Tombstone);
  return unreadable ? 'broken' : 'missing';
}
