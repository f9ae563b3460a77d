import type { House } from '#lib/people/me.ts';
import { sources } from '#lib/people/sources.question.ts';
import type { Question } from '#lib/query/ask.ts';

/**
 * The servers that this device talks to anyway: mine and my friends'. To ask any other because a letter names it would
 * tell its sender that I am there, and when.
 */
export function talkedTo(house: House): Question<(address: string) => boolean> {
  return async (read) => {
    const { me } = house;
    const friends = (await sources(house)(read)).flatMap(({ owner, storages }) => [owner, ...storages]);
    const known = [me.id, me.storage, ...friends].filter((address) => URL.canParse(address));
    const servers = new Set(known.map((address) => new URL(address).origin));
    return (address) => URL.canParse(address) && servers.has(new URL(address).origin);
  };
}
