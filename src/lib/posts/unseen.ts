import type { ListRow } from './list-rows.ts';

type PostRow = Extract<ListRow, { kind: 'post' }>;

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
  #rows: readonly ListRow[] | undefined;
  /** From this row on everything is known. */
  #from = 0;
  #above: PostRow[] = [];

  /** `until`: the newest post that was seen when this place was left (ms since 1970). */
  constructor(until = Infinity) {
    this.#until = until;
  }

  /** Somebody stands here now: which rows came above them, from the top. */
  look(rows: readonly ListRow[], { first, atTop }: Standing, me: string): PostRow[] {
    const from = atTop ? 0 : first;
    const isSame = rows === this.#rows;
    // While nothing came, only going up passes anything: asked at every step through a list of thousands.
    if (isSame && from >= this.#from) return this.#above;
    const above = rows.slice(0, from).filter((row) => row.kind === 'post');
    const known = (this.#known ??= new Set(
      above.filter(({ placed }) => placed.at.getTime() <= this.#until).map(({ key }) => key)
    ));
    for (const row of rows.slice(from, isSame ? this.#from : undefined)) known.add(row.key);
    for (const { key, placed } of above) if (placed.post.author === me) known.add(key);
    [this.#rows, this.#from] = [rows, from];
    return (this.#above = above.filter(({ key }) => !known.has(key)));
  }

  /** When the newest post stands that is no news any more (ms since 1970). */
  newest(rows: readonly ListRow[]): number | undefined {
    const seen = rows.find((row) => row.kind === 'post' && this.#known?.has(row.key));
    return seen?.kind === 'post' ? seen.placed.at.getTime() : undefined;
  }
}
