import { attempt } from '#lib/people/attempt.ts';
import type { House } from '#lib/people/me.ts';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import { loadVerbs } from './load-verbs.ts';
import { keptIn } from './mine.ts';
import { words } from './screen-words.ts';

/** Clears a chat for me at once and offers the way back for a while; later it is in what is said about the chat. */
export async function clearWithUndo(house: House, id: string): Promise<void> {
  const say = words.menu;
  await attempt(async () => {
    const verbs = await loadVerbs();
    if (!verbs) return;
    const before = await keptIn(house, id);
    await verbs.clearForMe(house, id);
    const back = () => void attempt(() => verbs.showCleared(house, id, before));
    toasts.show({ text: say.cleared, lasts: 12_000, action: { label: say.undo, run: back } });
  });
}
