import type { Heights } from './heights.ts';

/** A row, and how far its top stands below the top of the window (CSS px; negative: it begins above). */
export interface Anchor {
  readonly key: string;
  readonly offset: number;
}

/** The rows in the window when its top stands at `y` of the list: the first is what is being read. */
export function anchorsAt(heights: Heights, y: number, height: number): Anchor[] {
  const anchors: Anchor[] = [];
  const first = heights.at(y);
  for (let index = Math.max(0, first); index < heights.keys.length; index++) {
    const offset = heights.top(index) - y;
    if (offset >= height) break;
    anchors.push({ key: heights.keys[index]!, offset });
  }
  return anchors;
}

/**
 * What stays in its place when rows come and go: the row that is being read, or the next after it that is still there,
 * where it stands now; else the one before it.
 */
export function surviving(anchor: Anchor, before: Heights, keys: Iterable<string>): Anchor | undefined {
  const left = new Set(keys);
  const from = before.indexOf(anchor.key);
  if (from === undefined) return left.has(anchor.key) ? anchor : undefined;
  const there = (index: number) => left.has(before.keys[index]!);
  let index = from;
  while (index < before.keys.length && !there(index)) index++;
  if (index === before.keys.length) {
    index = from - 1;
    while (index >= 0 && !there(index)) index--;
  }
  if (index < 0) return undefined;
  return { key: before.keys[index]!, offset: anchor.offset + before.top(index) - before.top(from) };
}
