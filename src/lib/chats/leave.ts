import { Cannot } from '#lib/people/cannot.ts';
import type { House } from '#lib/people/me.ts';
import { headFor } from './head.ts';
import { forgotten } from './kept.ts';
import { unregistered } from './register.ts';
import { labels, sentences } from './words.ts';

/**
 * Leaves a chat of somebody else: it is not in my list any more, and what I kept of it is forgotten. Their list of
 * people is theirs to change. Throws `Cannot` for a chat of my own.
 */
export async function leave(house: House, id: string): Promise<string[]> {
  const head = await headFor(house, id);
  if (head.isOwn) throw new Cannot(sentences.owner);
  return house.sync.change([
    ...(await unregistered(house, id, labels.leave)),
    ...(await forgotten(house, id, labels.leave))
  ]);
}
