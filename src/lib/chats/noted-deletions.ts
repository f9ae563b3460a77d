import { documentOf } from '#lib/people/address.ts';
import { seen } from '#lib/people/contacts/seen.ts';
import type { House } from '#lib/people/me.ts';
import { Cannot } from '#lib/people/cannot.ts';
import type { Read } from '#lib/query/ask.ts';
import { walk } from './days.ts';
import { foundDays } from './looked-for.ts';
import { mintedFor } from './minted.ts';
import { toldIn } from './saying.ts';
import { sentences } from './words.ts';

/** More than this somebody hardly took away; the index is read by everybody on opening. */
const MOST = 500;

/**
 * What somebody who looked after a chat took away of others' words. Whoever may still add to the chat can write a
 * deletion today and date it to when they might, so the owner's app notes at the end of their role which there were, and
 * no others count (docs/decisions/0015). Throws `Cannot` while a day of the chat was never read and cannot be.
 */
export async function notedDeletions(house: House, id: string, person: string): Promise<string[]> {
  const index = documentOf(id);
  const { days } = await foundDays(house, id);
  const all = (read: Read) =>
    walk(read, id, { found: days, now: new Date(house.now()), isEnough: () => false, mostEmpty: Infinity });
  const known = await all(house.asking.read);
  await house.sync.refresh(known.views.map(({ url }) => url));
  const found = await seen(house, async (read) => {
    const { views } = await all(read);
    const sayings = new Map(views.flatMap((view) => [...toldIn(view, index).all]));
    return [...sayings.values()].flatMap((saying) =>
      saying.makers.includes(person)
        ? []
        : saying.replacedBy.filter((next) => {
            const said = sayings.get(next);
            const isDeletion = mintedFor(next)?.as === 'deletion' || said?.isMarkedDeleted;
            return isDeletion && said?.makers.includes(person);
          })
    );
  });
  if (!found) throw new Cannot(sentences.unknown);
  return [...new Set(found)].slice(-MOST);
}
