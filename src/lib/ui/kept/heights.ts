/**
 * Where each row of a long list stands, by key: measured where it was once on the screen, guessed elsewhere. A height
 * belongs to its row and not to its number, so rows may come and go anywhere. All lengths are CSS px from the list's
 * own top.
 */
export class Heights {
  #keys: readonly string[] = [];
  #index = new Map<string, number>();
  readonly #measured = new Map<string, number>();
  #tops = new Float64Array(1);
  #guess: number;
  #guessed = true;
  #stale = false;

  /** `guess`: of a row nobody has seen. The mean of the first rows replaces it, once. */
  constructor(guess = 144) {
    this.#guess = guess;
  }

  get keys(): readonly string[] {
    return this.#keys;
  }

  set keys(keys: readonly string[]) {
    this.#keys = keys;
    this.#index = new Map(keys.map((key, index) => [key, index]));
    this.#stale = true;
  }

  /** Says how high rows really are; answers whether that was news. */
  measure(rows: readonly (readonly [key: string, height: number])[]): boolean {
    let news = false;
    for (const [key, height] of rows) {
      const before = this.#measured.get(key);
      if (before !== undefined && Math.abs(before - height) < EVEN) continue;
      this.#measured.set(key, height);
      news = true;
    }
    if (this.#guessed && this.#measured.size >= ENOUGH) {
      const heights = [...this.#measured.values()];
      this.#guess = heights.reduce((sum, height) => sum + height, 0) / heights.length;
      this.#guessed = false;
    }
    this.#stale ||= news;
    return news;
  }

  /** In another width every row has another height. */
  forget(): void {
    this.#measured.clear();
    this.#guessed = true;
    this.#stale = true;
  }

  indexOf(key: string): number | undefined {
    return this.#index.get(key);
  }

  /** Top of the row with this number; of the list's end for the number after the last. */
  top(index: number): number {
    return this.#all()[index] ?? 0;
  }

  get total(): number {
    return this.top(this.#keys.length);
  }

  /** Number of the row at this height: the first above the list, the last below it; -1 in an empty list. */
  at(y: number): number {
    const tops = this.#all();
    let low = 0;
    let high = this.#keys.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (tops[middle]! <= y) low = middle;
      else high = middle - 1;
    }
    return high;
  }

  #all(): Float64Array {
    if (!this.#stale) return this.#tops;
    this.#stale = false;
    const tops = new Float64Array(this.#keys.length + 1);
    this.#keys.forEach((key, index) => {
      tops[index + 1] = tops[index]! + (this.#measured.get(key) ?? this.#guess);
    });
    return (this.#tops = tops);
  }
}

/** Browsers lay out in 64ths of a px; less than that is not a change. */
const EVEN = 1 / 64;
/** So many rows tell how high the others may be. */
const ENOUGH = 8;
