import type { Sending } from '#lib/people/sending.ts';

/**
 * What a message says, as far as this device can tell. Whoever shows a message asks `kind` first: that there is a text
 * in the space is true of open chats only.
 */
export type Body =
  /** Markdown source or plain text, never HTML. */
  | { readonly kind: 'text'; readonly text: string }
  /** A picture or file: the whole content is its address. `isPicture` by its ending only; bytes tell (sync.blob). */
  | { readonly kind: 'file'; readonly url: string; readonly isPicture: boolean; readonly name: string }
  /** Encrypted, and this device has no key (yet). */
  | { readonly kind: 'closed' }
  /** Taken back by its maker, or by somebody who may (`by`). */
  | { readonly kind: 'deleted'; readonly by: string; readonly at: Date | undefined }
  /** Another app wrote a message without content, or with one that shows nothing. */
  | { readonly kind: 'nothing' };

/**
 * Whether a message is its maker's own word. `verified`: signed with the key that the maker's own space publishes.
 * `unsigned`: anybody in the chat may have written it in that name. `bad`: a signature that is not of this maker or
 * not of this text. `unchecked`: signed, but the maker's key is not at hand (their space is down, or the first look is
 * still under way: then the answer comes by itself).
 */
export type Signature = 'verified' | 'unsigned' | 'bad' | 'unchecked';

/** What is odd about a message of another app; it is shown all the same. */
export type Flag =
  /** Nobody is named as its maker. */
  | 'no-maker'
  | 'no-content'
  /** Without a time that can be read it stands where its neighbours in the document stand. */
  | 'no-time'
  /** Its time lies further ahead than any clock we believe. */
  | 'from-the-future'
  /** The maker is none of the people of the chat (any more). */
  | 'not-in-chat'
  /** Somebody tried to change or delete it who may not; that is not shown. */
  | 'tampered'
  /** Its maker's words, which may be a change of another message that somebody listed as a message. */
  | 'unplaced';

export interface Reaction {
  readonly emoji: string;
  /** Who, in the order in which they did. */
  readonly people: readonly string[];
  /** The address of mine, for `unreact`. */
  readonly mine?: string | undefined;
}

export interface Message {
  /** The address of the first version: it stays when the message is edited. */
  readonly id: string;
  readonly chat: string;
  /** The address of the version that is shown (`id` itself when never edited). */
  readonly version: string;
  /** Who says it; undefined when another app named nobody. */
  readonly maker: string | undefined;
  readonly isMine: boolean;
  readonly body: Body;
  /** When it was written, by its maker's clock. */
  readonly created: Date | undefined;
  /** Where it stands in the order: `created`, kept sane. Equal times are ordered by `id`. */
  readonly at: Date;
  /** When it was last edited. */
  readonly edited: Date | undefined;
  readonly signature: Signature;
  /** The message it answers (may lie outside of the window: ask `messageAt`). */
  readonly replyTo?: string | undefined;
  /** The thread that hangs on it, when there is one. */
  readonly thread?: { readonly id: string; readonly replies: number } | undefined;
  /** The thread it belongs to: such a message is shown in the thread, and marked in the chat. */
  readonly inThread?: string | undefined;
  /** People it names, by address. */
  readonly mentions: readonly string[];
  readonly reactions: readonly Reaction[];
  /** On its way, or refused (people/sending.ts); nothing when it has arrived. */
  readonly sending?: Sending | undefined;
  readonly flags: readonly Flag[];
}
