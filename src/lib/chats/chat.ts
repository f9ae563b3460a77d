import type { Sending } from '#lib/people/sending.ts';
import type { Message } from './message.ts';

/**
 * What somebody may do, as the space they all write to enforces it. `owner`: the person whose space it is, everything.
 * `moderator`: also takes away what others wrote. `member`: reads and adds. `reader`: reads.
 */
export type Role = 'owner' | 'moderator' | 'member' | 'reader';

export interface Participant {
  readonly id: string;
  readonly role: Role;
  /** Since when they take part. */
  readonly since: Date | undefined;
}

export interface Departure {
  readonly id: string;
  readonly at: Date;
  /** They went by themselves. */
  readonly left: boolean;
}

/** What I keep of a chat for myself, in my own private settings. */
export interface Mine {
  readonly isPinned: boolean;
  readonly isMuted: boolean;
  readonly isArchived: boolean;
  /** My own space holds a copy of it (keep/). */
  readonly isKept: boolean;
  /** The others see how far I have read (reading/). */
  readonly isReadingShown: boolean;
  /** Messages up to here were read by me, on any device. */
  readonly readUntil: Date | undefined;
  /** Messages up to here are not shown to me any more ("clear for me"). */
  readonly clearedUntil: Date | undefined;
  /** Messages that said they were of a time to come when I read them, and when I cleared them. */
  readonly readAhead: ReadonlySet<string>;
  readonly clearedAhead: ReadonlySet<string>;
}

/** The head of a chat. */
export interface Chat extends Mine {
  /** `$ROOT/index.ttl#this` */
  readonly id: string;
  /** As somebody named it; a chat of two has none: show the other person's name. */
  readonly title: string | undefined;
  readonly picture: string | undefined;
  /** What is agreed here, in the words of its owner. */
  readonly rules: string | undefined;
  /** Who decides about it: whose space it lies in, or whom they handed it to. Undefined while `host` is not known. */
  readonly owner: string | undefined;
  /** Whose space it lies in, where their own card says so too (whose-space.ts). */
  readonly host: string | undefined;
  /** By the time they came, the owner first. */
  readonly people: readonly Participant[];
  /** Who took part once, and until when as far as that is said; by that time. */
  readonly former: readonly {
    readonly id: string;
    readonly until: Date | undefined;
    readonly left?: boolean;
  }[];
  /** When people left or were taken out, oldest first. Some are back. */
  readonly departures: readonly Departure[];
  /** Who may take away what others wrote. */
  readonly moderators: readonly string[];
  /** What was taken away by those who once might: the owner's app noted it when their role ended. */
  readonly deletions: ReadonlySet<string>;
  /** Everybody but me. */
  readonly others: readonly string[];
  /** Two people, without a title. */
  readonly isPair: boolean;
  readonly created: Date | undefined;
  /** It lies in my own space. */
  readonly isOwn: boolean;
  /** My role; undefined when its people do not name me (a chat open to everybody, or I was removed). */
  readonly role: Role | undefined;
  /** Whether the texts lie readable in the space. */
  readonly isClosed: boolean;
  /** Why it cannot be read now: a kind of solid/problem.ts. What was read before is shown all the same. */
  readonly problem: string | undefined;
  /** Its index says that it is a chat. */
  readonly isChat: boolean;
  /** Whether its index was ever read, or waits here to be sent. */
  readonly isKnown: boolean;
  readonly sending?: Sending | undefined;
  /** The chat is gone, closed to me or out of reach: this, and whatever else is read of it, is what my copy holds. */
  readonly isCopy: boolean;
}

/** A line of the list of chats. */
export interface ChatLine extends Chat {
  /** The newest message that is shown to me. */
  readonly last: Message | undefined;
  /** What there is to show of it is known: without a `last` nothing was said. */
  readonly isRead: boolean;
  /** Where it stands in the list: the time of `last`, else when it began. */
  readonly at: Date;
  /** Messages of others after `readUntil`, as far as they are on this device; `unreadIsMore` when there are more. */
  readonly unread: number;
  readonly unreadIsMore: boolean;
  /** Those among them that name me. */
  readonly mentions: number;
}

/** An invitation in my inbox that I have not answered. */
export interface Invitation {
  /** The message in my inbox. */
  readonly message: string;
  /** The chat it points to, and what that says of itself (readable for me only when the owner let me in). */
  readonly chat: Chat;
  /** Who signed it; else whose space it lies in, where their own card says so; else nobody's name can be told. */
  readonly from: string | undefined;
  /** `from` signed it. Other apps sign no invitation. */
  readonly isSigned: boolean;
  /** The chat was asked for. Else it lies at a server that I do not talk to, and nothing but its address is known. */
  readonly isLooked: boolean;
}

/** A part of a chat's messages: the newest `count`, and, when `around` is given, all from that
 * message on; `since`: besides, all after that moment. */
export interface Window {
  readonly count: number;
  readonly around?: string | undefined;
  readonly since?: Date | undefined;
}

export interface Messages {
  /** Oldest first; the same order for everybody. */
  readonly list: readonly Message[];
  /** Nothing lies before the first one. */
  readonly isStart: boolean;
  /** Every document this answer needs was read once; before that "nothing here" would be too early. */
  readonly isComplete: boolean;
  /** A new day has begun and was not read yet: until then what was here before is not found either. */
  readonly isBehind: boolean;
  /** A document of it cannot be read as it is: too large, or damaged. What was read of it before is in the list. */
  readonly isTorn: boolean;
  /** The first message of others after `readUntil`, for the divider. */
  readonly firstUnread: string | undefined;
  /** Where I had read to, when this was answered. */
  readonly readUntil: Date | undefined;
  /** Those dated after now that were read all the same. */
  readonly readAhead: ReadonlySet<string>;
  /** Documents to keep true while the chat is open: give them to `sync.follow`. */
  readonly follow: readonly string[];
}
