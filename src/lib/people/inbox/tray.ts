import type { House } from '../me.ts';
import { lookedInto } from './looked.ts';

/** Messages in my inbox that could not be found true. */
export async function trayOf(house: House): Promise<string[]> {
  const looked = await lookedInto(house);
  const going = new Set((await house.sync.outbox()).map((entry) => entry.document));
  return Object.entries(looked).flatMap(([url, what]) =>
    (what === 'unclear' || what === 'forged') && !going.has(url) ? [url] : []
  );
}

/** Removes them for good. */
export async function clearTray(house: House): Promise<void> {
  const messages = await trayOf(house);
  const label = 'Remove a message that could not be checked';
  await house.sync.change(messages.map((document) => ({ document, intent: { kind: 'remove' }, label })));
}
