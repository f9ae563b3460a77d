import { PodProblem } from './problem.ts';

/**
 * Ends whatever takes too long: in total, or without a sign of life. It does not trust the other side to obey its
 * signal; `race` gives up by itself. Times are milliseconds.
 */
export class Watch {
  readonly #controller = new AbortController();
  readonly #url: string;
  readonly #idle: number;
  readonly #total: ReturnType<typeof setTimeout>;
  readonly #expired: Promise<never>;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #fail!: (problem: PodProblem) => void;

  constructor(url: string, total: number, idle: number) {
    this.#url = url;
    this.#idle = idle;
    this.#expired = new Promise((_, reject) => (this.#fail = reject));
    // Nobody may be racing at the moment it fires.
    this.#expired.catch(() => undefined);
    this.#total = setTimeout(() => this.#expire(`not finished within ${total} ms`), total);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** A sign of life: the pause starts anew. */
  touch(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#expire(`silent for ${this.#idle} ms`), this.#idle);
  }

  race<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#expired]);
  }

  stop(): void {
    clearTimeout(this.#total);
    clearTimeout(this.#pause);
  }

  #expire(detail: string): void {
    this.stop();
    const problem = new PodProblem({ kind: 'slow', url: this.#url, detail });
    this.#fail(problem);
    this.#controller.abort(problem);
  }
}
