import { toasts } from '#lib/ui/toasts.svelte.ts';

/** Copies, and says so; says what failed where the browser does not allow it. */
export async function copied(text: string, done?: string): Promise<void> {
  const isDone = await written(text);
  // After the copying, which some browsers allow only while the press lasts; and no page is painted later for them.
  const { words } = await import('./words.ts');
  // No permission, or not a secure context: the person has to know that nothing was copied.
  toasts.show(
    isDone ? { text: done ?? words.copied, kind: 'good' } : { text: words.copyFailed, kind: 'bad' }
  );
}

async function written(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
