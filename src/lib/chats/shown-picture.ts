import { documentOf } from '#lib/people/address.ts';
import type { House } from '#lib/people/me.ts';
import { Picture } from '#lib/people/picture.ts';
import type { Sync } from '#lib/sync/sync.ts';
import type { Chat } from './chat.ts';
import { rootOf } from './places.ts';
import { standsIn } from '#lib/people/storage.ts';

const shown = new WeakMap<Sync, Map<string, Picture>>();

/**
 * A picture as a blob address the page may show, fetched and looked through like every picture (sync.blob); undefined
 * while it is not there. Reactive. Ask `isOfChat` before: fetching one from a third place tells who looks.
 */
export function pictureAt(house: Pick<House, 'sync'>, address: string): string | undefined {
  let pictures = shown.get(house.sync);
  if (!pictures) shown.set(house.sync, (pictures = new Map()));
  let picture = pictures.get(address);
  if (!picture) pictures.set(address, (picture = new Picture(house.sync, address)));
  return picture.url;
}

/** It lies where the chat lies, so reading it tells nobody more than reading the chat does. */
export const isOfChat = (chat: string, address: string): boolean =>
  new URL(documentOf(chat)).origin === origin(address) || standsIn(address, [rootOf(chat)]);

/** The picture a group has of its own. */
export const shownPicture = (house: Pick<House, 'sync'>, chat: Pick<Chat, 'id' | 'picture'>) =>
  chat.picture !== undefined && isOfChat(chat.id, chat.picture) ? pictureAt(house, chat.picture) : undefined;

const origin = (address: string): string | undefined =>
  URL.canParse(address) ? new URL(address).origin : undefined;
