import type { Messages } from './chat.ts';
import type { Message } from './message.ts';
import { isUnread } from './messages.question.ts';
import type { NewFrom } from './new-from.svelte.ts';
import type { ReadOn } from './read-on.ts';

type Notes = Pick<ReadOn, 'saw' | 'sawAhead' | 'write'>;

/** What somebody saw of an open chat. What they skipped, or what was drawn before it stood where it opens, is not read. */
export class Seen {
  /** Nothing that others said until then is new. */
  #until = $state.raw<Date>();
  /** Those dated after now that were seen. */
  #ahead = $state.raw<ReadonlySet<string>>(new Set());
  #sight: readonly Message[] = [];
  #notes: Notes | undefined;
  readonly #begin: (readUntil: Date | undefined) => Notes;

  /** `begin`: where it is written down, given up to where it was read before. */
  constructor(begin: (readUntil: Date | undefined) => Notes) {
    this.#begin = begin;
  }

  /** These are in the window, as far as anybody looks. Counts when it is noted. */
  look(messages: readonly Message[]): void {
    this.#sight = messages;
  }

  /** What is in the window is what somebody wanted to see. `now`: ms since 1970. */
  note(shown: Messages, fresh: NewFrom, now: number): void {
    fresh.saw(this.#sight);
    this.#until ??= shown.readUntil;
    const known = new Set([...this.#ahead, ...shown.readAhead]);
    if (known.size > this.#ahead.size) this.#ahead = known;
    const theirs = this.#sight.filter(({ isMine }) => !isMine);
    // What is dated after now stands at the end; what is said before that time comes above it, and is new.
    const ahead = theirs.flatMap(({ id, at }) => (at.getTime() > now && !known.has(id) ? [id] : []));
    if (ahead.length > 0) {
      this.#ahead = new Set([...known, ...ahead]);
      this.#notes ??= this.#begin(shown.readUntil);
      this.#notes.sawAhead(ahead);
    }
    const newest = theirs.findLast(({ at }) => at.getTime() <= now)?.at;
    if (!newest) return;
    const skipped = this.#skipped(shown.list);
    if (skipped !== undefined && !fresh.isAway(shown)) fresh.begin(skipped, this.#until, false);
    if (!this.#until || newest > this.#until) this.#until = newest;
    if (fresh.isAway(shown)) return;
    this.#notes ??= this.#begin(shown.readUntil);
    this.#notes.saw(newest);
  }

  /** The oldest that is new, where somebody came past it without seeing it. */
  #skipped(list: readonly Message[]): string | undefined {
    const readUntil = this.#until;
    const oldest =
      readUntil && list.find((message) => isUnread(message, { readUntil, readAhead: this.#ahead }));
    return oldest && oldest.at < this.#sight[0]!.at ? oldest.id : undefined;
  }

  /** How many of these are new, and were not seen. */
  missed(list: readonly Message[]): number {
    const readUntil = this.#until;
    return readUntil
      ? list.filter((message) => isUnread(message, { readUntil, readAhead: this.#ahead })).length
      : 0;
  }

  /** The chat is left. */
  write(): void {
    this.#notes?.write();
  }
}
