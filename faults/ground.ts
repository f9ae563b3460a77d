import type { Cache } from '#lib/cache/cache.ts';
import type { Pod } from '#lib/solid/pod.ts';
import type { Clock } from '#lib/sync/clock.ts';
import type { Weather } from '#lib/solid/weather.ts';
import type { Befell } from './befell.ts';
import type { Friend } from './chats.ts';

/** Where a story happens: one person's space, and all that can befall the way there. Two: in memory, and the real server. */
export interface Ground {
  readonly me: { readonly id: string; readonly storage: string };
  readonly pod: Pod;
  readonly friend: Friend;
  /** In memory only: the real place counts for all its stories. */
  readonly befell?: Befell;
  /** What the story is doing, for one that does not end. */
  at: string;
  /** The device's clock (as wrong as it was set) for sync. */
  readonly clock: Clock;
  /** Milliseconds since 1970 as the server tells them to this device. */
  time(): number;
  /** As long as the device's disk and the way home of an answer take: by chance, in memory. */
  lag(): Promise<void>;
  /** Messages that arrived without their sender hearing of it: they may come again. */
  unheard: number;
  /** The entries that are messages. */
  readonly sends: Set<string>;
  /** Opens the device's memory as one more tab. */
  open(): Promise<Cache>;
  /** What stands there, past everything that can go wrong; undefined when nothing does. */
  peek(url: string): Promise<string | undefined>;
  /** What lies in a folder, past everything; in memory only. */
  messages(): Promise<string[]>;
  /** The documents that anybody wrote to. */
  readonly written: ReadonlySet<string>;
  storm(weather: readonly Weather[]): void;
  fill(full: boolean): Promise<void>;
  crash(): Promise<void>;
  /** The server that was killed is started again on what it left. */
  revive(): Promise<void>;
  offBy(milliseconds: number): void;
  pass(milliseconds: number): Promise<void>;
  /** Lets what is under way go on a little. */
  breathe(): Promise<void>;
  close(): Promise<void>;
}
