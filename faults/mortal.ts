/** A life that can end at any moment between two of its steps, as a tab's does when it is killed. */
export class Life {
  #fuse: number | undefined;
  #over = false;
  readonly #ends: (() => void)[] = [];
  readonly end = new Promise<void>((resolve) => this.#ends.push(resolve));

  get over(): boolean {
    return this.#over;
  }

  /** Dies at the so-many-th step from now. */
  light(fuse: number): void {
    this.#fuse = fuse;
  }

  die(): void {
    if (this.#over) return;
    this.#over = true;
    for (const end of this.#ends) end();
  }

  onEnd(run: () => void): void {
    this.#ends.push(run);
  }

  /** One step; true when it was the last, or when there is no life any more. */
  step(): boolean {
    if (this.#fuse !== undefined && this.#fuse-- <= 0) this.die();
    return this.#over;
  }

  /** The answer, or never: the dead do not hear it. */
  async hears<T>(work: () => Promise<T>): Promise<T> {
    if (this.step()) return never();
    try {
      const answer = await work();
      return this.step() ? await never() : answer;
    } catch (error) {
      if (this.step()) return never();
      throw error;
    }
  }
}

const never = () => new Promise<never>(() => {});

/** The same thing, as somebody with this life has it: each of its promises may be the last thing they ask for. */
export function mortal<T extends object>(thing: T, life: Life, hears: readonly (keyof T)[]): T {
  return new Proxy(thing, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const call = value.bind(target) as (...given: unknown[]) => unknown;
      if (!hears.includes(name as keyof T)) return call;
      return (...given: unknown[]) => life.hears(async () => call(...given));
    }
  });
}
