import type { View } from '#lib/cache/view.ts';
import type { House } from '#lib/people/me.ts';
import { hasRoom } from './has-room.ts';
import { dayOf, rootOf } from './places.ts';

/** Parts of a day that are tried one after the other; many more than are ever said on one. */
export const MOST_PARTS = 8;

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
  const at = new Date(house.now());
  for (let part = 1; part <= MOST_PARTS; part++) {
    const day = dayOf(chat, at, part);
    const view = await house.asking.read(day);
    if (!hasRoom(view, chat)) continue;
    if (view.graph.quads.length > 0) return;
    const around = part === 1 ? placesAbove(chat, at) : [day];
    await house.sync.refresh([folderFor(day), ...around]);
    if (await isFree(house, chat, day)) return;
  }
}

/** A part behind the first is read by nobody before somebody names it: it is asked for when it is needed. */
export async function partWithRoom(house: House, chat: string, date: Date): Promise<string | undefined> {
  for (let part = 1; part <= MOST_PARTS; part++) {
    const day = dayOf(chat, date, part);
    const { document, waiting } = await house.asking.read(day);
    if (part > 1 && document === undefined && waiting.length === 0)
      await house.sync.refresh([day, folderFor(day)]);
    if (await isFree(house, chat, day)) return day;
  }
  return undefined;
}

const isFree = async ({ asking, notes }: House, chat: string, day: string): Promise<boolean> =>
  hasRoom(await asking.read(day), chat) &&
  !isTaken(await asking.read(folderFor(day))) &&
  (await notes.get(`refused:${day}`)) === undefined;

/** What is there looks like a day and takes no words (data of another kind): this device tries it no more. */
export const noteRefused = (house: House, day: string): Promise<void> =>
  house.notes.set(`refused:${day}`, true);
