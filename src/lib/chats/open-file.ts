import { attempt } from '#lib/people/attempt.ts';
import { Cannot } from '#lib/people/cannot.ts';
import type { House } from '#lib/people/me.ts';
import { saveFile } from './save-file.ts';
import { words } from './screen-words.ts';

/**
 * Gives a file of a chat to the person, as a download: it is somebody else's, so it never becomes a page of this app's
 * origin. Fetched with everything that guards a picture.
 */
export function openFile(
  house: Pick<House, 'sync'>,
  { url, name }: { readonly url: string; readonly name: string }
): Promise<boolean> {
  return attempt(async () => {
    const blob = await house.sync.blob(url).catch(() => {
      throw new Cannot(words.message.fileFailed);
    });
    saveFile(blob, name);
  });
}
