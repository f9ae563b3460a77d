import type { Chat } from './chat.ts';
import type { Message } from './message.ts';

/** Of a message at most so many who reacted are named, and so many of a chat in its head. */
const MOST = 8;

/** Whose names and faces a conversation needs. */
export const peopleShown = (head: Chat | undefined, list: readonly Message[]): ReadonlySet<string> =>
  new Set([
    ...(head?.others.slice(0, MOST) ?? []),
    ...(head?.former.map(({ id }) => id) ?? []),
    ...list.flatMap(({ maker, mentions, reactions }) => [
      ...(maker ? [maker] : []),
      ...mentions,
      ...reactions.flatMap(({ people }) => people.slice(0, MOST))
    ])
  ]);
