import type { View } from '#lib/cache/view.ts';
import { audienceOf } from './places.ts';

/**
 * Whether everybody may read what this document says, by how its server let it be read: the access of the place IS the
 * audience, whatever a post says of itself (as:to). What no server has confirmed yet is ours, and will be kept by the
 * rules of the folder it is meant for.
 */
export function isOpen({ url, document }: View, storages: readonly string[]): boolean {
  if (document?.restricted !== undefined) return !document.restricted;
  return !storages.some((storage) => audienceOf(storage, url) === 'friends');
}
