import type { Intent, OutboxEntry } from '#lib/cache/cache.ts';
import { due, laneOf } from './order.ts';

/** Statements of one request: whoever writes a whole evening without a network need not send it all at once. */
const MOST_STATEMENTS = 400;

/**
 * What may go in one request: an entry, and the additions to the same document that stand right behind it and wait for
 * nothing else. A server rewrites the whole document for every patch, whatever its size (PERFORMANCE.md, fact 6).
 */
export function together(
  outbox: readonly OutboxEntry[],
  first: OutboxEntry,
  now: number
): readonly OutboxEntry[] {
  const all = [first];
  if (!isAddition(first.intent)) return all;
  let statements = first.intent.insert.length;
  const waiting = new Set(outbox.map(({ id }) => id));
  waiting.delete(first.id);
  for (const entry of outbox) {
    if (entry.id <= first.id || laneOf(entry) !== laneOf(first)) continue;
    if (!isAddition(entry.intent) || entry.problem || due(entry, now) > now) break;
    statements += entry.intent.insert.length;
    if (statements > MOST_STATEMENTS || entry.after.some((id) => waiting.has(id))) break;
    all.push(entry);
    waiting.delete(entry.id);
  }
  return all;
}

/** One entry that makes true what all of them do. */
export function joined(entries: readonly OutboxEntry[]): OutboxEntry {
  const [first] = entries;
  if (entries.length === 1) return first!;
  const insert = entries.flatMap(({ intent }) => (intent.kind === 'patch' ? intent.insert : []));
  return { ...first!, intent: { kind: 'patch', insert, delete: [] } };
}

const isAddition = (intent: Intent): intent is Extract<Intent, { kind: 'patch' }> =>
  intent.kind === 'patch' && intent.delete.length === 0 && !intent.single;
