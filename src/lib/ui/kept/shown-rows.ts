import type { Heights } from './heights.ts';

export interface ShownRow {
  readonly index: number;
  readonly key: string;
  /** Empty room above it, for the rows that are not drawn (CSS px). */
  readonly gap: number;
}

export interface Range {
  readonly first: number;
  readonly last: number;
}

/** The rows that are drawn: those in the range, and the one that has the focus, which must not be taken away. */
export function shownRows(heights: Heights, { first, last }: Range, held: string | undefined): ShownRow[] {
  const indexes: number[] = [];
  for (let index = Math.max(0, first); index <= last && index < heights.keys.length; index++)
    indexes.push(index);
  const focused = held === undefined ? undefined : heights.indexOf(held);
  if (focused !== undefined && focused < (indexes[0] ?? 0)) indexes.unshift(focused);
  else if (focused !== undefined && focused > (indexes.at(-1) ?? -1)) indexes.push(focused);
  return indexes.map((index, at) => ({
    index,
    key: heights.keys[index]!,
    gap: heights.top(index) - heights.top((indexes[at - 1] ?? -1) + 1)
  }));
}
