import type { View } from '#lib/cache/view.ts';
import type { House } from '#lib/people/me.ts';
import { hasRoom } from './has-room.ts';
import { dayOf, rootOf } from './places.ts';

/** Parts of a day that are looked at while somebody begins to write. */
const MOST_PARTS = 8;

/**
 * Of two addresses that differ only by a slash at the end only one can be there (Solid Protocol, 3.1). So a folder in the
 * place of a day's document keeps it from being made, and a document in the place of one of its folders keeps away all
 * of them: whoever may write in a chat can make these. The day itself is "not there" then, so they are asked for.
 */
export const folderFor = (day: string): string => `${day}/`;

/** The places of the folders that a day's documents stand in: year, month, day. */
export function placesAbove(chat: string, at: Date): string[] {
  const [year, month, date] = dayOf(chat, at).slice(rootOf(chat).length).split('/');
  return [`${year}`, `${year}/${month}`, `${year}/${month}/${date}`].map((path) => rootOf(chat) + path);
}

/** Something is there, whatever it is. */
export const isTaken = ({ document }: View): boolean =>
  document?.state === 'fresh' ||
  (document?.problem?.kind === 'broken' && document.problem.status !== undefined);

/** Whoever begins to write soon needs to know where there is room: asks what the chat's space has, on a day's first word. */
export async function expectRoom(house: House, chat: string): Promise<void> {
  const { asking, sync } = house;
  const at = new Date(house.now());
  for (let part = 1; part <= MOST_PARTS; part++) {
    const day = dayOf(chat, at, part);
    const view = await asking.read(day);
    if (hasRoom(view, chat)) {
      if (view.graph.quads.length > 0) return;
      await sync.refresh([folderFor(day), ...(part === 1 ? placesAbove(chat, at) : [])]);
      if (!isTaken(await asking.read(folderFor(day)))) return;
    }
  }
}
