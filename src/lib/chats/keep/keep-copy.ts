import { Cannot } from '#lib/people/cannot.ts';
import type { House } from '#lib/people/me.ts';
import { iri, quad } from '#lib/rdf/terms.ts';
import { DCT } from '#lib/rdf/vocab.ts';
import type { Write } from '#lib/sync/sync.ts';
import { headFor } from '../head.ts';
import { noteCopy } from '../kept.ts';
import { copyFolder } from './copy-place.ts';
import { forgetCopied } from './copied.ts';
import { labels, sentences } from './words.ts';

/**
 * Keeps a copy of somebody's chat in my own space, which only I can read, so that what was said survives the chat; or
 * deletes it again. A chat of mine needs none. `keepUp` fills the copy and goes on. Throws `Cannot` while the chat is
 * unknown, and when my space does not tell what is to go.
 */
export async function keepCopy(house: House, chat: string, on: boolean): Promise<string[]> {
  const folder = await copyFolder(house.me, chat);
  await forgetCopied(house, chat);
  if (!on) {
    const writes = await removals(house, folder).catch(() => {
      throw new Cannot(sentences.notListed);
    });
    const noted = await noteCopy(house, chat, false);
    return [...noted, ...(await house.sync.change(writes))];
  }
  if ((await headFor(house, chat)).isOwn) return [];
  const index = `${folder}index.ttl`;
  const onlyMe = { owner: [house.me.id], everyone: [], signedIn: [], people: {} };
  const insert = [quad(`${index}#this`, DCT.source, iri(chat))];
  const entries = await house.sync.change([
    { document: folder, intent: { kind: 'access', access: onlyMe }, label: labels.copy },
    { document: index, intent: { kind: 'patch', insert, delete: [] }, after: [0], label: labels.copy }
  ]);
  return [...entries, ...(await noteCopy(house, chat, true))];
}

/** A folder goes when it is empty: what lies deepest first. */
async function removals(house: House, folder: string): Promise<Write[]> {
  const all = await inside(house, folder);
  return all.map((document, n) => ({
    document,
    intent: { kind: 'remove' },
    after: all.flatMap((other, m) => (m < n && other.startsWith(document) ? [m] : [])),
    label: labels.uncopy
  }));
}

async function inside(house: House, folder: string): Promise<string[]> {
  const children = await house.sync.list(folder);
  const within = await Promise.all(
    children.map((child) => (child.endsWith('/') ? inside(house, child) : Promise.resolve([child])))
  );
  return [...within.flat(), folder];
}
