import { toasts } from '#lib/ui/toasts.svelte.ts';
import { words } from '#lib/ui/words.ts';
import { Cannot } from './cannot.ts';

/**
 * Does what a button says. Tells what came of it: `done`, or the sentence of a `Cannot`. What else goes wrong is a
 * defect, so besides a sentence for the person it goes on to whoever listens for errors.
 */
export async function attempt(work: () => Promise<unknown>, done?: string): Promise<boolean> {
  try {
    await work();
    if (done) toasts.show({ text: done, kind: 'good' });
    return true;
  } catch (error) {
    toasts.show({ text: error instanceof Cannot ? error.message : words.failed, kind: 'bad' });
    if (!(error instanceof Cannot)) throw error;
    return false;
  }
}
