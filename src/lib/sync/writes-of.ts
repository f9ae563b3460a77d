import type { OutboxEntry } from '#lib/cache/cache.ts';
import type { Write } from './sync.ts';

/** The same wishes once more, for taking back that they were given up. What they waited for outside of them still holds. */
export function writesOf(entries: readonly OutboxEntry[]): Write[] {
  const places = new Map(entries.map(({ id }, index) => [id, index]));
  return entries.map(({ document, intent, after, label }) => ({
    document,
    intent,
    after: after.map((id) => places.get(id) ?? id),
    label
  }));
}
