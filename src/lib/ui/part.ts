import { toasts } from './toasts.svelte.ts';
import { words } from './words.ts';

/**
 * A part of the app that comes when somebody asks for it; undefined, and one sentence about it, when it cannot be had
 * (no network, and this device has not kept it yet). What is wrong with the part itself is thrown.
 */
export async function part<T>(load: () => Promise<T>): Promise<T | undefined> {
  try {
    return await load();
  } catch (error) {
    // A module that cannot be fetched is a TypeError (HTML, 8.1.6.7.3).
    if (!(error instanceof TypeError)) throw error;
    toasts.show({ text: words.notLoaded });
    return undefined;
  }
}
