/** Lets at most `width` jobs of one name run at once; the others wait their turn, first come, first served. */
export class Lanes {
  readonly #width: number;
  readonly #running = new Map<string, number>();
  readonly #waiting = new Map<string, (() => void)[]>();

  constructor(width: number) {
    this.#width = width;
  }

  async run<T>(name: string, job: () => Promise<T>): Promise<T> {
    const running = this.#running.get(name) ?? 0;
    if (running < this.#width) this.#running.set(name, running + 1);
    else await new Promise<void>((go) => this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), go]));
    try {
      return await job();
    } finally {
      this.#leave(name);
    }
  }

  /** The place is handed on, so that nobody new can slip in before the one who waited longest. */
  #leave(name: string): void {
    const [next, ...rest] = this.#waiting.get(name) ?? [];
    if (rest.length) this.#waiting.set(name, rest);
    else this.#waiting.delete(name);
    if (next) return next();
    const left = this.#running.get(name)! - 1;
    if (left) this.#running.set(name, left);
    else this.#running.delete(name);
  }
}
