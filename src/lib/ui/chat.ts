/** A line of the list of chats as the screen needs it. */
export type ChatView = {
  id: string;
  href: string;
  title: string;
  /** One for a chat of two; up to two for a group without a picture of its own. */
  faces: readonly { id: string; name: string; picture?: string }[];
  /** The group's own picture or initials: a rounded square. */
  isGroup: boolean;
  picture?: string;
  /** The last line, on one line. */
  last?: string;
  /** Unset while nobody can tell. */
  at?: Date | number | string;
  unread: number;
  /** There are more than were counted. */
  unreadIsMore?: boolean;
  /** Some of them name me: that is said also where the chat is muted. */
  isNamed?: boolean;
  /** The unread count in words. */
  unreadLabel?: string;
  isPinned?: boolean;
  isMuted?: boolean;
  /** A word about what it is, beside its name. */
  mark?: string;
  /** Said instead of the last line, with a sign: it cannot be read now. */
  trouble?: string;
};
