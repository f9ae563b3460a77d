import type { OutboxEntry } from '#lib/cache/cache.ts';
import type { House } from '#lib/people/me.ts';
import { withDependents } from '#lib/sync/order.ts';
import { writesOf } from '#lib/sync/writes-of.ts';
import type { Thing } from './things.ts';

export interface GivenUp {
  /** How many other things went with it, because they cannot be without it. */
  readonly others: number;
  /** The way to take it back: all of it waits again. */
  readonly back: () => Promise<unknown>;
}

/**
 * Gives up what waits of a thing. What another thing needs of it is left to be sent (the rule of a folder that the
 * next post stands in, too); only where that itself was refused, the other one goes with it.
 */
export async function giveUpThing(
  house: Pick<House, 'sync'>,
  { id, entries }: Pick<Thing, 'id' | 'entries'>
): Promise<GivenUp> {
  const own = new Set(entries.map((entry) => entry.id));
  const dropped: OutboxEntry[] = [];
  for (const entry of [...entries].reverse()) {
    const others = withDependents(await house.sync.outbox(), entry.id).some((one) => !own.has(one.id));
    if (!others || entry.problem) dropped.push(...(await house.sync.discard(entry.id)));
  }
  dropped.sort((a, b) => (a.id < b.id ? -1 : 1));
  const groups = new Set(dropped.map((one) => one.group ?? one.id));
  groups.delete(id);
  return { others: groups.size, back: () => house.sync.change(writesOf(dropped)) };
}
