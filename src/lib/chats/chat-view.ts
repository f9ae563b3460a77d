import type { House } from '#lib/people/me.ts';
import { pictureOf } from '#lib/people/pictures.ts';
import type { KnownAuthors } from '#lib/people/known-authors.svelte.ts';
import type { ChatView } from '#lib/ui/chat.ts';
import type { Chat, ChatLine } from './chat.ts';
import { inChat } from './in-chat.ts';
import { gistOf, nameFrom, speakerOf, titleOf, type NameOf } from './naming.ts';
import { words } from './screen-words.ts';
import { shownPicture } from './shown-picture.ts';

/** Where a chat is shown. */
export const hrefOf = (chat: string): string => `/chats/view?c=${encodeURIComponent(chat)}`;

/** Where one reads who is in it and decides about it. */
export const aboutHref = (chat: string): string => `${hrefOf(chat)}&about=1`;

/** A thread of a chat, by the message it hangs on. */
export const threadHref = (chat: string, message: string): string =>
  `${hrefOf(chat)}&t=${encodeURIComponent(message)}`;

/** People whose names and faces a line needs. */
export const peopleOf = (line: Pick<ChatLine, 'others' | 'people' | 'former' | 'last'>): string[] => {
  const maker = line.last?.maker;
  return [...line.others.slice(0, 2), ...(maker !== undefined && inChat(line).has(maker) ? [maker] : [])];
};

/** The faces of a chat: the other one's, or two of several. */
export function facesOf(
  house: House,
  authors: KnownAuthors,
  { others }: Pick<Chat, 'others'>
): ChatView['faces'] {
  const ids = others.length > 0 ? others.slice(0, 2) : [house.me.id];
  return ids.map((id) => {
    const picture = pictureOf(house, authors.of(id));
    return { id, name: nameFrom(authors)(id), ...(picture ? { picture } : {}) };
  });
}

/** It is shown with a face of its own, as one of which nothing is known yet is. */
export const isGroup = ({ title, picture, owner }: Pick<Chat, 'title' | 'picture' | 'owner'>): boolean =>
  title !== undefined || picture !== undefined || owner === undefined;

/** A line of the list as the screen shows it. */
export function chatView(house: House, authors: KnownAuthors, line: ChatLine): ChatView {
  const nameOf = nameFrom(authors);
  const picture = shownPicture(house, line);
  return {
    id: line.id,
    href: hrefOf(line.id),
    title: titleOf(line, nameOf),
    faces: facesOf(house, authors, line),
    isGroup: isGroup(line),
    ...(picture ? { picture } : {}),
    last: lastLine(line, nameOf),
    ...(line.isKnown || line.last ? { at: line.at } : {}),
    unread: line.unread,
    unreadIsMore: line.unreadIsMore,
    ...(line.mentions > 0 ? { isNamed: true } : {}),
    unreadLabel: words.list.unread(line.unread, line.unreadIsMore),
    isPinned: line.isPinned,
    isMuted: line.isMuted,
    ...(line.isCopy ? { mark: words.list.copy } : {}),
    ...(line.problem === undefined || line.last ? {} : { trouble: words.list.cannot })
  };
}

function lastLine(line: ChatLine, nameOf: NameOf): string {
  if (!line.last && line.clearedUntil) return words.list.cleared;
  if (!line.last) return line.isRead ? words.list.nothing : words.list.notYet;
  const text = gistOf(line.last);
  return line.isPair && !line.last.isMine ? text : words.list.line(speakerOf(line.last, nameOf), text);
}
