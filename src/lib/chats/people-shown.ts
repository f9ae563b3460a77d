import type { Chat } from './chat.ts';
import { inChat } from './in-chat.ts';
import type { Message } from './message.ts';

/** Of a message at most so many who reacted or are mentioned are named, and so many of a chat in its head. */
const MOST = 8;
/** So many who went are named. */
const MOST_FORMER = 50;
/** So many in all: each is a card to be asked for, at whatever server the index names. */
const MOST_NAMED = 100;

/** Whose names and faces stand in the list of a chat's people; the others are called by their addresses. */
export const peopleNamed = ({ people }: Pick<Chat, 'people'>): readonly string[] =>
  people.slice(0, MOST_NAMED).map(({ id }) => id);

/** Whose names and faces a conversation needs. Whoever is not of the chat is called by their address: nobody is asked. */
export function peopleShown(head: Chat | undefined, list: readonly Message[]): ReadonlySet<string> {
  if (!head) return new Set();
  const people = inChat(head);
  // The newest first.
  const said = [...list]
    .reverse()
    .flatMap(({ maker, mentions, reactions }) => [
      ...(maker ? [maker] : []),
      ...mentions.slice(0, MOST),
      ...reactions.slice(0, MOST).flatMap(({ people }) => people.slice(0, MOST))
    ]);
  const shown = new Set([
    ...head.others.slice(0, MOST),
    ...said.filter((person) => people.has(person)),
    ...head.former.slice(-MOST_FORMER).map(({ id }) => id)
  ]);
  return new Set([...shown].slice(0, MOST_NAMED));
}
