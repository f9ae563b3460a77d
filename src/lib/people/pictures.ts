import { SvelteSet } from 'svelte/reactivity';
import type { Sync } from '#lib/sync/sync.ts';
import type { House } from './me.ts';
import { Picture } from './picture.ts';
import type { Person } from './profile.rules.ts';

const shown = new WeakMap<Sync, Map<string, Picture>>();
/** Pictures from elsewhere that somebody asked for, until the page is closed. */
const allowed = new SvelteSet<string>();

/**
 * The picture of a person as a blob address, for `Face` and the like. Reactive: read it in a template or a derived.
 * One from the person's own storage loads by itself; one from elsewhere would tell a third party who looks at whom,
 * so it waits for `showPicture`. `undefined` while it is not there.
 */
export function pictureOf(house: House, person: Person | undefined): string | undefined {
  const address = person?.picture;
  if (address === undefined) return undefined;
  if (!person!.pictureIsOwn && !allowed.has(address)) return undefined;
  let pictures = shown.get(house.sync);
  if (!pictures) shown.set(house.sync, (pictures = new Map()));
  let picture = pictures.get(address);
  if (!picture) pictures.set(address, (picture = new Picture(house.sync, address)));
  return picture.url;
}

/** Somebody wants to see this picture although it comes from a third place. */
export const showPicture = (address: string): void => void allowed.add(address);
