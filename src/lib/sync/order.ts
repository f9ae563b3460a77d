import type { OutboxEntry } from '#lib/cache/cache.ts';
import { LONGEST } from './backoff.ts';

/**
 * What an entry must have for itself while it is sent. Documents are independent; messages to one inbox are too, so a
 * refused one does not hold up the next.
 */
export const laneOf = (entry: OutboxEntry): string =>
  entry.intent.kind === 'send' ? `message ${entry.id}` : entry.document;

/**
 * The entries that may be sent at this time: the oldest of each document, not stopped, whose `after` have all left
 * the outbox. A stopped entry keeps its place, so a later one for the same document never overtakes it.
 * @param outbox oldest first
 * @param now milliseconds since 1970; Infinity leaves no one waiting for their time
 * @param busy the lanes in which something is on its way
 */
export function ready(
  outbox: readonly OutboxEntry[],
  now: number,
  busy: ReadonlySet<string>
): readonly OutboxEntry[] {
  return free(outbox, busy).filter((entry) => due(entry, now) <= now);
}

/** When the next entry that waits for its time will be ready; undefined when none does. */
export function nextTime(
  outbox: readonly OutboxEntry[],
  now: number,
  busy: ReadonlySet<string>
): number | undefined {
  const times = free(outbox, busy).map((entry) => due(entry, now));
  return times.length ? Math.min(...times) : undefined;
}

/** A time further off than any wait was set by a clock that has been put back since: it is due. */
export const due = ({ nextAt }: OutboxEntry, now: number): number => (nextAt - now > LONGEST ? now : nextAt);

function free(outbox: readonly OutboxEntry[], busy: ReadonlySet<string>): OutboxEntry[] {
  const here = new Set(outbox.map((entry) => entry.id));
  const taken = new Set(busy);
  return outbox.filter((entry) => {
    const lane = laneOf(entry);
    if (taken.has(lane)) return false;
    taken.add(lane);
    return !entry.problem && !entry.after.some((id) => here.has(id));
  });
}

/** The entry and everything that waits for it, directly or not, oldest first. */
export function withDependents(outbox: readonly OutboxEntry[], id: string): readonly OutboxEntry[] {
  const ids = new Set([id]);
  for (let size = 0; size !== ids.size;) {
    size = ids.size;
    for (const entry of outbox) if (entry.after.some((one) => ids.has(one))) ids.add(entry.id);
  }
  return outbox.filter((entry) => ids.has(entry.id));
}
