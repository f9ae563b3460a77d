import { documentOf } from '#lib/people/address.ts';
import { standsIn } from '#lib/people/storage.ts';

/** The folder of a chat, with its slash. */
export function rootOf(chat: string): string {
  const index = documentOf(chat);
  return index.slice(0, index.lastIndexOf('/') + 1);
}

/**
 * Whether a chat of a space has a folder that is its own, two below the root: who may read that folder, and whether it
 * goes, is decided for the chat. Other apps put chats beside other things, which would be opened or deleted with them.
 */
export const hasFolder = (storage: string, chat: string): boolean =>
  /^[^/]+\/.+\/index\.ttl$/.test(documentOf(chat).slice(storage.length));

/** Where SolidOS looks for the messages of a UTC day; `part` 2, 3 ... when the ones before are full. */
export function dayOf(chat: string, at: Date, part = 1): string {
  const [year, month, date] = at.toISOString().slice(0, 10).split('-');
  return `${rootOf(chat)}${year}/${month}/${date}/chat${part > 1 ? `-${part}` : ''}.ttl`;
}

/**
 * A document with messages of one day, as any app names it: padded or not, of any name that begins with a letter or
 * digit and ends as Turtle does. A link of somebody else's that leads to rules of access (`.acl`) leads nowhere.
 */
export interface Day {
  readonly url: string;
  /** Midnight UTC, milliseconds since 1970. */
  readonly date: number;
  readonly part: number;
}

const PATH = /^(\d{4})\/(\d{1,2})\/(\d{1,2})\/([a-z\d][^/?#]*\.ttl)$/i;

/** The day a document belongs to; undefined for what is no day document of this chat. */
export function dayIn(chat: string, document: string): Day | undefined {
  const root = rootOf(chat);
  if (!standsIn(document, [root])) return undefined;
  const [, year, month, date, name] = PATH.exec(document.slice(root.length)) ?? [];
  if (name === undefined) return undefined;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(date));
  // Date.UTC takes the 40th of a month for a day in the next.
  if (new Date(at).getUTCDate() !== Number(date)) return undefined;
  return { url: document, date: at, part: Number(/-(\d{1,4})\.\w+$/.exec(name)?.[1] ?? 1) };
}

/** Its index, or a day: whatever else somebody calls a part of a chat is none. */
export const isPartOf = (chat: string, document: string): boolean =>
  document === documentOf(chat) || dayIn(chat, document) !== undefined;

/** The newest first. */
export const newestDay = (a: Day, b: Day): number =>
  b.date - a.date || b.part - a.part || (a.url < b.url ? 1 : -1);
