import { decodeTime, monotonicFactory } from 'ulid';
import type { OutboxEntry } from '#lib/cache/cache.ts';
import { documentOf } from '#lib/cache/document-of.ts';
import type { Clock } from './clock.ts';
import type { Write } from './sync.ts';

/** Makes entries of writes; without `group` they are a thing of their own. Ids sort by time of writing, also when the clock is set back while something waits. */
export function entryMaker(clock: Clock) {
  const ulid = monotonicFactory();
  return (writes: readonly Write[], outbox: readonly OutboxEntry[], group?: string): OutboxEntry[] => {
    const last = outbox.at(-1);
    const time = Math.max(clock.now(), last ? decodeTime(last.id) + 1 : 0);
    const ids = writes.map(() => ulid(time));
    return writes.map((write, index) => ({
      id: ids[index]!,
      document: documentOf(write.document),
      intent: write.intent,
      after: (write.after ?? []).map((before) =>
        typeof before === 'number' ? earlier(before, index, ids) : before
      ),
      tries: 0,
      nextAt: 0,
      label: write.label,
      group: group ?? ids[0]!
    }));
  };
}

function earlier(before: number, index: number, ids: readonly string[]): string {
  const id = before < index ? ids[before] : undefined;
  // A later one would wait for us while we wait for it.
  if (id === undefined) throw new RangeError(`Write ${index} cannot come after write ${before}.`);
  return id;
}
