/** How it stands with a copy on this device. */
export type CopyState =
  /** The chat is being read: so many of its documents so far; how many there are nobody knows before the end. */
  | { readonly kind: 'reading'; readonly documents: number }
  /** Of so many documents so many are looked through and, where something was new, in my space. */
  | { readonly kind: 'copying'; readonly done: number; readonly of: number }
  /** All that could be read was in it at `at` (ms since 1970); `missing` documents did not answer. */
  | { readonly kind: 'current'; readonly at: number; readonly missing: number }
  /** My space refused it: a kind of solid/problem.ts, and the entry of the outbox that stopped. */
  | { readonly kind: 'failed'; readonly problem: string; readonly entry: string };
