import type { OutboxEntry } from '#lib/cache/cache.ts';
import type { House } from '#lib/people/me.ts';
import { writesOf } from '#lib/sync/writes-of.ts';
import type { Thing } from './things.ts';

/** Gives up what waits of a thing, and what waits for that. Answers the way to take this back. */
export async function giveUpThing(house: House, { entries }: Thing): Promise<() => Promise<unknown>> {
  const dropped: OutboxEntry[] = [];
  for (const { id } of entries) dropped.push(...(await house.sync.discard(id)));
  return () => house.sync.change(writesOf(dropped));
}
