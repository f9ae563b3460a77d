import type { Messages } from './chat.ts';
import type { Message } from './message.ts';

/** What was new when a chat was opened: where the line "New" stands, and the way to the oldest of it. */
export class NewFrom {
  /** The message before which the line stands. */
  first = $state<string>();
  /** All from this moment on is asked for, because somebody wants to see the oldest. */
  since = $state.raw<Date>();
  /** What I had read when it was opened: reading on must not hide what was skipped. */
  #read = $state.raw<Date>();
  #isThere = $state(true);

  /** Whether it can be told what is new: all is here, or the oldest of it with what was read before. */
  static isClear({ isComplete, firstUnread, readUntil, list }: Messages): boolean {
    if (isComplete || firstUnread === undefined || !readUntil) return isComplete;
    return list.some(({ at }) => at <= readUntil);
  }

  /** The chat opens with this message as the first that is new; `shown`: it opens there. */
  begin(first: string, read: Date | undefined, shown: boolean): void {
    this.first = first;
    this.#read = read;
    this.#isThere = shown;
  }

  /** These were in the window: whoever comes to the oldest by themselves is there. */
  saw(messages: readonly Message[]): void {
    if (messages.some(({ id }) => id === this.first)) this.#isThere = true;
  }

  /** The line goes. */
  end(): void {
    [this.first, this.#read, this.since] = [undefined, undefined, undefined];
    this.#isThere = true;
  }

  /** Whether the oldest that is new is not here, or was passed by when the chat was opened. */
  isAway(shown: Messages | undefined): boolean {
    return this.first !== undefined && (!this.#isThere || this.#isOlder(shown));
  }

  #isOlder(shown: Messages | undefined): boolean {
    const [oldest] = shown?.list ?? [];
    return this.#read !== undefined && !shown?.isStart && oldest !== undefined && oldest.at > this.#read;
  }

  /** To the oldest: answers it where it is here; else it is asked for, and `arrived` answers it. */
  go(shown: Messages | undefined): string | undefined {
    this.#isThere = !this.#isOlder(shown);
    if (this.#isThere) return this.first;
    this.since = this.#read;
    return undefined;
  }

  /** The oldest that is new, once, when all that was asked for is here. */
  arrived(shown: Messages | undefined): string | undefined {
    const since = this.since;
    if (!since || !shown?.isComplete || this.#isOlder(shown)) return undefined;
    const oldest = shown.list.find(
      ({ at, isMine, body }) => !isMine && body.kind !== 'deleted' && at > since
    )?.id;
    if (oldest === undefined || oldest === this.first) return undefined;
    this.first = oldest;
    this.#isThere = true;
    return oldest;
  }
}
