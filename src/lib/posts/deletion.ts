import type { House } from '#lib/people/me.ts';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import { NoSuchPost } from './no-such-post.ts';
import { remove } from './remove.ts';
import { restore } from './restore.ts';
import { words } from './words.ts';

/** Deletes at once and offers the way back for a while: undo rather than "are you sure?". */
export async function deleteWithUndo(house: House, post: string): Promise<void> {
  try {
    const removed = await remove(house, post);
    toasts.show({
      text: words.deleted,
      lasts: 12_000,
      action: { label: words.undo, run: () => void restore(house, removed) }
    });
  } catch (error) {
    if (!(error instanceof NoSuchPost)) throw error;
    toasts.show({ text: words.gone });
  }
}
