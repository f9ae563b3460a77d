import type { View } from '#lib/cache/view.ts';
import { Cannot } from './cannot.ts';
import type { House } from './me.ts';

/**
 * A document that must be known before something is decided by it, fetched if it never was. Whoever may read
 * what is for friends is a full list, and a list made from nothing would shut everybody out.
 */
export async function known(house: House, document: string): Promise<View> {
  if (!isKnown(await house.asking.read(document))) await house.sync.refresh([document]);
  const view = await house.asking.read(document);
  if (!isKnown(view)) {
    throw new Cannot('Your space is not answering just now, and your list of friends is needed for this.');
  }
  return view;
}

/** Seen once, or told by the server that there is nothing. */
export const isKnown = ({ document }: View): boolean => document !== undefined && document.seen > 0;
