import type { House } from '#lib/people/me.ts';
import type { Asking } from '#lib/query/ask.ts';
import type { Checks } from './checks.ts';
import { idle } from './keep/idle.ts';

const TEN_MINUTES = 600_000;

/**
 * The way to ask about all my chats at once: those spoken in last are followed (followed-chats.question.ts), so the rest
 * is looked at now and then, and a list of fifty chats costs no request for each whenever one of them changes.
 */
export const calmly = (house: House, checks: Checks): Asking => ({
  ...checks.asking,
  // The open chat is drawn before the list of all of them.
  subscribe: (listener) => checks.asking.subscribe((urls) => void idle().then(() => listener(urls))),
  wanted: (url, isClosed) => house.sync.want(url, TEN_MINUTES, isClosed)
});
