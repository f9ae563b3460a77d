import { Cannot } from '#lib/people/cannot.ts';
import type { House } from '#lib/people/me.ts';
import type { Write } from '#lib/sync/sync.ts';
import { accessFor } from './access-for.ts';
import { headFor } from './head.ts';
import { forgotten } from './kept.ts';
import { leave } from './leave.ts';
import { hasFolder, rootOf } from './places.ts';
import { unregistered } from './register.ts';
import { labels, sentences } from './words.ts';

/**
 * Deletes a chat that lies in my space for everybody: folder and index are closed to all others first, then all of it
 * goes, and only then my list forgets it: what was stopped on the way is still there to be deleted again. Somebody
 * else's chat I only leave. Needs my space to answer (what is to go must be listed): throws PodProblem otherwise.
 */
export async function deleteChat(house: House, id: string): Promise<string[]> {
  const head = await headFor(house, id);
  if (!head.isOwn) return leave(house, id);
  if (!hasFolder(house.me.storage, id)) throw new Cannot(sentences.noFolder);
  const label = labels.end;
  const places = await inside(house, rootOf(id));
  const [folder, index] = accessFor(house.me.id, id, new Map(), label);
  // The index has a rule of its own. A deletion that was stopped may have taken it away already.
  const closed = places.includes(index.document) ? [folder, index] : [folder];
  const first = closed.length;
  // A folder goes when it is empty: after everything, and after the folders within.
  const removals = places.map((document, n): Write => {
    const within = places.flatMap((other, m) => (m < n && other.startsWith(document) ? [m + first] : []));
    return { document, intent: { kind: 'remove' }, after: [...closed.keys(), ...within], label };
  });
  const last = first + removals.length - 1;
  const mine = [...(await unregistered(house, id, label)), ...(await forgotten(house, id, label))];
  return house.sync.change([
    ...closed,
    ...removals,
    ...mine.map((write) => ({ ...write, after: [...(write.after ?? []), last] }))
  ]);
}

/** Everything in a folder and the folder itself, what lies deepest first. */
async function inside(house: House, folder: string): Promise<string[]> {
  const children = await house.sync.list(folder);
  const all: string[] = [];
  for (const child of children) {
    if (child.endsWith('/')) all.push(...(await inside(house, child)));
    else all.push(child);
  }
  return [...all, folder];
}
