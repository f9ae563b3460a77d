import type { State } from './friendship.rules.ts';
import type { Side } from './side.rules.ts';

/** A person I am friends with, or was, or may become. */
export interface Friend {
  readonly id: string;
  readonly name: string;
  readonly state: State;
  /** Whose word made it ended or declined. */
  readonly by?: 'me' | 'them' | undefined;
  /** What each space says, as far as it could be read. */
  readonly mine?: Side | undefined;
  readonly theirs?: Side | undefined;
  /** Their space could not be reached: this is what was last known. */
  readonly quiet: boolean;
  /** My records say that we are friends: they may read, and stand in the address book. */
  readonly recorded: boolean;
  /** Pages of theirs for friends that I may read, all in their own storages. */
  readonly streams: readonly string[];
  /** Pages of theirs for everyone. */
  readonly publicStreams: readonly string[];
  readonly storages: readonly string[];
  readonly inbox?: string | undefined;
  readonly since?: Date | undefined;
}
