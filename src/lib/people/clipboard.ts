import { toasts } from '#lib/ui/toasts.svelte.ts';
import { words } from './words.ts';

/** Copies, and says so; says what failed where the browser does not allow it. */
export async function copied(text: string, done: string = words.copied): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toasts.show({ text: done, kind: 'good' });
  } catch {
    // No permission, or not a secure context: the person has to know that nothing was copied.
    toasts.show({ text: words.copyFailed, kind: 'bad' });
  }
}
