import type { ListRow } from './list-rows.ts';

/** Where somebody stands in the list: the number of the first row in the window, or at the very top of the page. */
export interface Standing {
  readonly first: number;
  readonly atTop: boolean;
}

/**
 * What came in above somebody who reads further down. Posts that were there when they passed, that they have seen, or
 * that they wrote themselves are no news; at the top of the page everything is seen.
 */
export class Unseen {
  /** Until the first look everything above counts as passed, up to `#until`. */
  #known: Set<string> | undefined;
  readonly #until: number;

  /** `until`: the newest post that was seen when this place was left (ms since 1970). */
  constructor(until = Infinity) {
    this.#until = until;
  }

  /** Somebody stands here now: which rows came above them, from the top. */
  look(
    rows: readonly ListRow[],
    { first, atTop }: Standing,
    me: string
  ): Extract<ListRow, { kind: 'post' }>[] {
    const posts = rows.filter((row) => row.kind === 'post');
    const above = atTop ? [] : rows.slice(0, first).filter((row) => row.kind === 'post');
    const known = (this.#known ??= new Set(
      above.filter(({ placed }) => placed.at.getTime() <= this.#until).map(({ key }) => key)
    ));
    for (const { key } of posts.slice(above.length)) known.add(key);
    for (const { key, placed } of above) if (placed.post.author === me) known.add(key);
    return above.filter(({ key }) => !known.has(key));
  }

  /** When the newest post stands that is no news any more (ms since 1970). */
  newest(rows: readonly ListRow[]): number | undefined {
    const seen = rows.find((row) => row.kind === 'post' && this.#known?.has(row.key));
    return seen?.kind === 'post' ? seen.placed.at.getTime() : undefined;
  }
}
