import { handleOf } from '#lib/people/address.ts';
import type { KnownAuthors } from '#lib/people/known-authors.svelte.ts';
import type { Chat } from './chat.ts';
import type { Message } from './message.ts';
import { words } from './screen-words.ts';

/** Somebody's name, or what of their address may stand for it. */
export type NameOf = (id: string) => string;

export const nameFrom =
  (authors: Pick<KnownAuthors, 'of'>): NameOf =>
  (id) =>
    authors.of(id)?.name ?? handleOf(id);

/** What a chat is called: its own name, else those of the people in it, as far as anything is known of it. */
export function titleOf(chat: Pick<Chat, 'title' | 'others' | 'owner'>, nameOf: NameOf): string {
  if (chat.title !== undefined) return chat.title;
  const [first, second, ...rest] = chat.others;
  if (first === undefined) return chat.owner === undefined ? words.list.unknown : words.you;
  if (second === undefined) return nameOf(first);
  const names = [first, second].map(nameOf);
  return new Intl.ListFormat(undefined, { style: 'short' }).format(
    rest.length > 0 ? [...names, `+${rest.length}`] : names
  );
}

/** Who says it, for a line of text. */
export const speakerOf = (message: Pick<Message, 'maker' | 'isMine'>, nameOf: NameOf): string =>
  message.isMine ? words.you : message.maker === undefined ? words.somebody : nameOf(message.maker);

// Marks of markdown around words say nothing on a line that shows none.
const marks = /(\*\*|\*|~~|`)(\S|\S[^\n]*?\S)\1/g;

/** What a message says, on one line. */
export function gistOf({ body }: Pick<Message, 'body'>): string {
  if (body.kind === 'text') return body.text.slice(0, 400).replace(marks, '$2').replace(/\s+/g, ' ').trim();
  if (body.kind === 'file') return body.isPicture ? words.message.picture : words.message.file(body.name);
  return { deleted: words.message.deleted, closed: words.message.closed, nothing: words.message.nothing }[
    body.kind
  ];
}

/** A title is somebody's words: so many letters of it stand where somebody is asked to come in. */
const MOST_LETTERS = 80;

/** A title where it is not the main thing: its first letters. */
export function shortTitle(title: string): string {
  const letters = [...title];
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join('')}…` : title;
}
