import type { Audience } from '#lib/posts/places.ts';

/** What the person was told of a thing they wrote; `null` among `allowed`: that it is gone. */
export interface Line {
  readonly key: string;
  /** Where it stands, once that is known. */
  id?: string | undefined;
  /** What may be there in the end. More than one only where a tab died before it had said "saved". */
  allowed: (string | null)[];
  /** Whether something was said and something may be done with it. */
  sure: boolean;
}

export interface PostLine extends Line {
  readonly audience: Audience;
}

/** A message in a chat. */
export interface WordLine extends Line {
  readonly chat: string;
}

/** A reaction of the person: `key` is the emoji, `id` the message. */
export interface ReactionLine extends Line {
  readonly chat: string;
}

/** All that the UI has called saved, in the order it said so. */
export class Ledger {
  readonly posts: PostLine[] = [];
  /** Where the person talks. */
  readonly chats: string[] = [];
  readonly words: WordLine[] = [];
  readonly reactions: ReactionLine[] = [];
  /** Values of `<#1> <p>` in the shared documents, by "document value". */
  readonly values: Line[] = [];
  /** Documents of their own. */
  readonly documents: Line[] = [];
  /** Messages to an inbox: each arrives, and twice only where an answer was lost (it carries an id of its own). */
  readonly messages: Line[] = [];
  /** What was not on the screen although it was saved. */
  readonly unseen: string[] = [];
  writes = 0;
  /** Those of them in chats. */
  talk = 0;

  /** What the person can see and change now. */
  alive<T extends Line>(lines: readonly T[]): T[] {
    return lines.filter(({ sure, allowed }) => sure && allowed[0] !== null);
  }
}
