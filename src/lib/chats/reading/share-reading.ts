import type { House } from '#lib/people/me.ts';
import type { Write } from '#lib/sync/sync.ts';
import { noteReading } from '../kept.ts';
import { keptIn } from '../mine.ts';
import { markerFolder, markerIn } from './marker-place.ts';
import { showRead } from './show-read.ts';
import { labels } from './words.ts';

/** Shows the people of a chat how far I have read, from now on; or no longer: then what was shown is deleted. */
export async function shareReading(house: House, chat: string, on: boolean): Promise<string[]> {
  const noted = await noteReading(house, chat, on);
  if (on) {
    const { readUntil } = await keptIn(house, chat);
    return readUntil ? [...noted, ...(await showRead(house, chat, readUntil, 0))] : noted;
  }
  const folder = await markerFolder(house.me.storage, chat);
  const remove = (document: string, after: number[] = []): Write => ({
    document,
    intent: { kind: 'remove' },
    after,
    label: labels.hide
  });
  return [...noted, ...(await house.sync.change([remove(markerIn(folder)), remove(folder, [0])]))];
}
