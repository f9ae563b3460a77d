import type { Sync } from '#lib/sync/sync.ts';
import type { Asking } from '#lib/query/ask.ts';

/** Who is signed in, as far as their own WebID document tells. */
export interface Me {
  /** Address of the person (WebID). */
  readonly id: string;
  /** Root of the space, with its slash at the end. */
  readonly storage: string;
  /** The provider they signed in with. */
  readonly issuer: string;
}

/** Small private things kept on this device only: drafts (`draft:` keys), remembered rows, what was set up. */
export interface Notes {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  /** Those that begin so. */
  keys(prefix: string): Promise<string[]>;
  /** They go with the page: this browser keeps nothing. */
  readonly fleeting?: boolean;
}

/** What every verb and question of a feature gets: who asks, and the doors. Nothing but app.ts constructs these. */
export interface House {
  readonly me: Me;
  readonly sync: Sync;
  readonly asking: Asking;
  readonly notes: Notes;
  /** The time that what is written carries, ms since 1970: that of my space's server, as far as it is known here. */
  readonly now: () => number;
}
