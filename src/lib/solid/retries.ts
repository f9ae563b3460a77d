import type { SignInPage } from './sign-in-page.ts';

const FIRST = 5_000;
const LONGEST = 5 * 60_000;

/**
 * Tries again what may work later: when the network is back or somebody looks at the page again, and, where waiting
 * alone may help, after 5 s, 10 s, ... up to 5 minutes.
 */
export class Retries {
  readonly #page: SignInPage;
  readonly #again: () => Promise<void>;
  #running = false;
  #waits = false;
  #pause = FIRST;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #deaf: (() => void) | undefined;

  constructor(page: SignInPage, again: () => Promise<void>) {
    this.#page = page;
    this.#again = again;
  }

  /** @param waits whether waiting alone may help */
  start(waits: boolean): void {
    this.#waits = waits;
    this.#deaf ??= this.#page.whenBack(() => void this.#try());
    if (!this.#running) this.#wait();
  }

  stop(): void {
    this.#deaf?.();
    this.#deaf = undefined;
    clearTimeout(this.#timer);
    this.#pause = FIRST;
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (!this.#waits || !this.#deaf) return;
    // Less up to half by chance: many devices must not come back to a provider in the same moment.
    this.#timer = setTimeout(() => void this.#try(), this.#pause * (1 - Math.random() / 2));
    this.#pause = Math.min(LONGEST, this.#pause * 2);
  }

  async #try(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    await this.#again();
    this.#running = false;
    this.#wait();
  }
}
