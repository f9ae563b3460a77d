import { flushSync, mount } from 'svelte';
import { part } from '#lib/ui/part.ts';

interface Picker {
  show: (button: HTMLElement, pick: (emoji: string) => void) => void;
}
let picker: Picker | undefined;

/** Opens the emoji at a button. There is one for the whole app, and its code comes with the first wish for it. */
export async function pickEmoji(button: HTMLElement, pick: (emoji: string) => void): Promise<void> {
  const loaded = await part(() => import('#lib/ui/EmojiPicker.svelte'));
  if (!loaded) return;
  if (!picker) {
    picker = mount(loaded.default, { target: document.body }) as Picker;
    // What it holds on to is there only after its effects have run.
    flushSync();
  }
  picker.show(button, pick);
}
