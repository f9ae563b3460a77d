import type { House } from '#lib/people/me.ts';
import type { Question } from '#lib/query/ask.ts';
import { chats } from './chats.question.ts';
import { checksOf } from './checks.ts';
import { messages } from './messages.question.ts';

/** So many of my chats are kept true while the app is open; an open one follows its own documents besides. */
const LIVELY = 6;

/** Documents of the chats that were spoken in last: what is new in them reaches the list by itself. */
export function followedChats(house: House): Question<string[]> {
  return async (read) => {
    const checks = checksOf(house);
    const all = await chats(house, checks)(read);
    const lively = all
      .filter(({ isArchived }) => !isArchived)
      .sort((a, b) => b.at.getTime() - a.at.getTime())
      .slice(0, LIVELY);
    const followed = await Promise.all(
      lively.map(async ({ id }) => (await messages(house, checks, id, { count: 1 })(read)).follow)
    );
    return [...new Set(followed.flat())];
  };
}
