import type { House } from '#lib/people/me.ts';
import { loadVerbs } from './load-verbs.ts';

/** Reading on for so long (ms) is written down once. */
const PAUSE_MS = 1_500;

/** Notes up to where a chat was read, for me and, where I want that, for the others: not for each message, but at the latest when it is left. */
export class ReadOn {
  readonly #house: House;
  readonly #chat: string;
  #until: Date | undefined;
  #ahead: readonly string[] = [];
  #written: Date | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(house: House, chat: string, until: Date | undefined) {
    this.#house = house;
    this.#chat = chat;
    this.#written = until;
  }

  /** Everything up to this moment was seen. */
  saw(until: Date): void {
    if (this.#written && until <= this.#written) return;
    if (this.#until && until <= this.#until) return;
    this.#until = until;
    this.#later ??= setTimeout(() => this.write(), PAUSE_MS);
  }

  /** These messages, dated after now, were seen. */
  sawAhead(messages: readonly string[]): void {
    this.#ahead = [...this.#ahead, ...messages];
    this.#later ??= setTimeout(() => this.write(), PAUSE_MS);
  }

  /** Writes down what was seen and is not written yet. */
  write(): void {
    clearTimeout(this.#later);
    this.#later = undefined;
    const [until, ahead] = [this.#until, this.#ahead];
    if (!until && ahead.length === 0) return;
    this.#written = until ?? this.#written;
    [this.#until, this.#ahead] = [undefined, []];
    void loadVerbs().then(async (verbs) => {
      if (ahead.length > 0) await verbs?.markReadAhead(this.#house, this.#chat, ahead);
      if (!until) return;
      await verbs?.markRead(this.#house, this.#chat, until);
      await verbs?.showRead(this.#house, this.#chat, until);
    });
  }
}
