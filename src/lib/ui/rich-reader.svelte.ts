import { isPlain, plainText } from './plain.ts';
import { readOnce } from './read-once.ts';
import type { Rich } from './rich.ts';

type Reader = (source: string) => Rich;
let reader = $state.raw<Reader>();
let coming: Promise<void> | undefined;

/** Fetches the reader of markdown ahead of the first text that needs it. Safe to call often. */
export function loadMarkdown(): Promise<void> {
  coming ??= import('./markdown.ts').then(
    (loaded) => {
      reader = readOnce(loaded.markdown);
    },
    () => {
      // No network, or a newer version is being put up: the words stand as typed, and the next text tries again.
      coming = undefined;
    }
  );
  return coming;
}

/**
 * The tree of a text at once: most texts are plain and need no reader. For the others the words stand as typed until
 * the reader is here (once in a visit), and a component that asks is asked again.
 */
export function richText(source: string): Rich {
  return isPlain(source) || !reader ? plainText(source) : reader(source);
}

/** Does this text wait for the reader? */
export function needsMarkdown(source: string): boolean {
  return !isPlain(source) && reader === undefined;
}
