import type { OutboxEntry } from '#lib/cache/cache.ts';
import { waitingPost, type WaitingPost } from '#lib/posts/waiting-post.ts';
import { laneOf } from '#lib/sync/order.ts';

/** One thing that a person did and that has not wholly arrived. It may be several documents; it counts once. */
export interface Thing {
  readonly id: string;
  /** In plain words: "Post to friends". */
  readonly label: string;
  readonly post?: WaitingPost | undefined;
  /** What of it has not arrived, oldest first. */
  readonly entries: readonly OutboxEntry[];
  readonly why: Why;
}

export type Why =
  /** Nothing in the way. */
  | { readonly kind: 'sending' }
  | { readonly kind: 'offline' }
  /** The space of `document` did not take it the last time; `nextAt` (ms since 1970) is the next try. */
  | { readonly kind: 'trouble'; readonly problem: string; readonly document: string; readonly nextAt: number }
  /** Stopped: it needs the person. */
  | { readonly kind: 'refused'; readonly problem: string; readonly document: string; readonly entry: string }
  /** Something before it stopped. */
  | { readonly kind: 'behind'; readonly label: string };

/** What waits, oldest first. @param outbox oldest first */
export function thingsOf(outbox: readonly OutboxEntry[], online: boolean): Thing[] {
  const groups = new Map<string, OutboxEntry[]>();
  for (const entry of outbox) {
    const key = entry.group ?? entry.id;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const labels = new Map([...groups].map(([key, entries]) => [key, labelOf(entries)]));
  return [...groups].map(([id, entries]) => ({
    id,
    label: labels.get(id)!,
    post: waitingPost(entries),
    entries,
    why: whyOf(entries, outbox, online, (one) => labels.get(one.group ?? one.id)!)
  }));
}

function whyOf(
  entries: readonly OutboxEntry[],
  outbox: readonly OutboxEntry[],
  online: boolean,
  label: (entry: OutboxEntry) => string
): Why {
  const stopped = entries.find(({ problem }) => problem);
  if (stopped?.problem) {
    return { kind: 'refused', problem: stopped.problem.kind, document: stopped.document, entry: stopped.id };
  }
  const before = inTheWay(entries, outbox);
  const first = before.find(({ problem }) => problem);
  if (first) return { kind: 'behind', label: label(first) };
  if (!online) return { kind: 'offline' };
  const late = [...before, ...entries].find(({ trouble }) => trouble);
  if (!late?.trouble) return { kind: 'sending' };
  const { document, nextAt, trouble } = late;
  return { kind: 'trouble', problem: trouble.kind, document, nextAt };
}

/** Everything that has to arrive before these can: what they name, and what is older for the same document. */
function inTheWay(entries: readonly OutboxEntry[], outbox: readonly OutboxEntry[]): OutboxEntry[] {
  const own = new Set(entries.map(({ id }) => id));
  const ids = new Set(entries.flatMap(({ after }) => after));
  const lanes = new Set(entries.map(laneOf));
  // From the newest to the oldest: what an entry waits for is always older.
  return [...outbox]
    .reverse()
    .filter((entry) => {
      const isInTheWay = ids.has(entry.id) || (lanes.has(laneOf(entry)) && entry.id < entries.at(-1)!.id);
      if (!isInTheWay) return false;
      lanes.add(laneOf(entry));
      for (const id of entry.after) ids.add(id);
      return !own.has(entry.id);
    })
    .reverse();
}

/** What most of it says: a post may bring a place for posts with it. */
function labelOf(entries: readonly OutboxEntry[]): string {
  const counts = new Map<string, number>();
  for (const { label } of entries) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}
