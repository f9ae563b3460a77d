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
  #ahead = $state.raw<readonly string[]>([]);
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
    const newest = this.#newest(this.#sight, shown, now);
    if (!newest) return;
    const skipped = this.#skipped(shown);
    if (skipped !== undefined && !fresh.isAway(shown)) fresh.begin(skipped, this.#until, false);
    this.#saw(newest, shown, fresh);
  }

  /** Somebody goes to the newest, or answers: they want no more of what they passed by. */
  skip(shown: Messages, fresh: NewFrom, now: number): void {
    fresh.end();
    this.#until ??= shown.readUntil;
    const newest = this.#newest(shown.list, shown, now);
    if (newest) this.#saw(newest, shown, fresh);
  }

  /** Nothing until then is new. Written down only where nothing new was passed by. */
  #saw(newest: Date, shown: Messages, fresh: NewFrom): void {
    if (!this.#until || newest > this.#until) this.#until = newest;
    if (fresh.isAway(shown)) return;
    this.#notes ??= this.#begin(shown.readUntil);
    this.#notes.saw(newest);
  }

  /** When the last of these was said by others. What is dated after now stands at the end, and is noted one by one. */
  #newest(messages: readonly Message[], shown: Messages, now: number): Date | undefined {
    const theirs = messages.filter(({ isMine }) => !isMine);
    // What is said before that time comes above it, and is new.
    const ahead = theirs.flatMap(({ id, at }) =>
      at.getTime() > now && !shown.readAhead.has(id) && !this.#ahead.includes(id) ? [id] : []
    );
    if (ahead.length > 0) {
      this.#ahead = [...this.#ahead, ...ahead];
      this.#notes ??= this.#begin(shown.readUntil);
      this.#notes.sawAhead(ahead);
    }
    return theirs.findLast(({ at }) => at.getTime() <= now)?.at;
  }

  /** The oldest that is new, where somebody came past it without seeing it. */
  #skipped(shown: Messages): string | undefined {
    const [oldest] = this.#unseen(shown);
    return oldest && oldest.at < this.#sight[0]!.at ? oldest.id : undefined;
  }

  /** How many of these are new, and were not seen. */
  missed(shown: Pick<Messages, 'list' | 'readAhead'>): number {
    return this.#unseen(shown).length;
  }

  #unseen({ list, readAhead }: Pick<Messages, 'list' | 'readAhead'>): readonly Message[] {
    const readUntil = this.#until;
    if (!readUntil) return [];
    return list.filter(
      (message) => isUnread(message, { readUntil, readAhead }) && !this.#ahead.includes(message.id)
    );
  }

  /** The chat is left. */
  write(): void {
    this.#notes?.write();
  }
}
