import type { Chat } from './chat.ts';
import { inChat } from './in-chat.ts';
import type { Message } from './message.ts';

/** Of a message at most so many who reacted or are mentioned are named, and so many of a chat in its head. */
const MOST = 8;
/** So many who went are named. */
const MOST_FORMER = 50;

/** Whose names and faces a conversation needs. Whoever is not of the chat is called by their address: nobody is asked. */
export function peopleShown(head: Chat | undefined, list: readonly Message[]): ReadonlySet<string> {
  if (!head) return new Set();
  const people = inChat(head);
  const said = list.flatMap(({ maker, mentions, reactions }) => [
    ...(maker ? [maker] : []),
    ...mentions.slice(0, MOST),
    ...reactions.slice(0, MOST).flatMap(({ people }) => people.slice(0, MOST))
  ]);
  return new Set([
    ...head.others.slice(0, MOST),
    ...head.former.slice(-MOST_FORMER).map(({ id }) => id),
    ...said.filter((person) => people.has(person))
  ]);
}
