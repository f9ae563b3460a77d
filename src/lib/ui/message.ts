import type { Named } from './named.ts';

/** A message of a chat as the screen needs it; where it comes from is the caller's business. */
export type MessageView = {
  id: string;
  isMine: boolean;
  author: { id: string; name: string; href?: string; picture?: string };
  /** Milliseconds since 1970; undefined where nobody can tell. */
  at?: number;
  edited?: number;
  body: MessageBody;
  /** What it answers. */
  quote?: { id: string; name: string; text: string };
  reactions: readonly ReactionView[];
  /** How many answers hang on it in a thread of their own. */
  replies?: number;
  /** It belongs to a thread and stands here too. */
  isInThread?: boolean;
  /** What is odd about it, a sentence each. */
  signs: readonly string[];
  /** `waiting`: kept here, goes out when it can. `refused`: it needs its author. `sent`: one's own, and it arrived. */
  state?: 'waiting' | 'unkept' | 'refused' | 'sent';
  problem?: { title: string; text?: string };
};

/** Words, and whom they name. */
export type MessageBody =
  | { kind: 'text'; text: string; named?: readonly Named[] }
  /** `src` is a blob of ours; without it the picture is not here (yet), and `ask` says why it waits to be asked for. */
  | { kind: 'picture'; name: string; src?: string; ask?: string }
  | { kind: 'file'; name: string }
  /** Instead of words: that it was deleted, that it says nothing. */
  | { kind: 'note'; text: string };

export type ReactionView = {
  emoji: string;
  count: number;
  isMine: boolean;
  /** Who, in words. */
  who: string;
};
