import { documentOf } from '#lib/people/address.ts';
import { Cannot } from '#lib/people/cannot.ts';
import type { House } from '#lib/people/me.ts';
import { checksOf } from './checks.ts';
import { foundDays, rememberDays } from './looked-for.ts';
import { dayIn, newestDay, rootOf } from './places.ts';
import { sentences } from './words.ts';

const HOUR = 3_600_000;

/**
 * Looks for days of a chat that no link names, as other apps leave them: lists the folders, from the newest back, until
 * `most` documents are known. Not for opening a chat; once an hour at most. Answers how many it found that were not
 * known, and whoever looks at the chat is told to look again. Throws `Cannot` while the
 * folders cannot be listed.
 */
export async function findDays(
  house: House,
  chat: string,
  { most = 60, now = house.now() } = {}
): Promise<number> {
  const before = await foundDays(house, chat);
  if (before.isAll && now - before.at < HOUR) return 0;
  const days: string[] = [];
  const isAll = await look(house, chat, rootOf(chat), 0, days, before.days.length + most);
  const fresh = days.filter((url) => !before.days.includes(url));
  const all = [...new Set([...before.days, ...days])]
    .map((url) => dayIn(chat, url)!)
    .sort(newestDay)
    .map(({ url }) => url);
  await rememberDays(house, chat, { days: all, isAll, at: now });
  if (fresh.length > 0 || isAll !== before.isAll) checksOf(house).tell(documentOf(chat));
  return fresh.length;
}

/** Years, months, days: numbers, the largest first. Answers whether everything was seen. */
async function look(
  house: House,
  chat: string,
  folder: string,
  depth: number,
  days: string[],
  most: number
): Promise<boolean> {
  const children = await house.sync.list(folder).catch(() => {
    throw new Cannot(sentences.cannotLook);
  });
  if (depth === 3) {
    days.push(...children.filter((url) => /\.ttl$/i.test(url) && dayIn(chat, url)));
    return true;
  }
  const number = (url: string) => Number(/\/(\d{1,4})\/$/.exec(url)?.[1] ?? Number.NaN);
  const folders = children.filter((url) => !Number.isNaN(number(url))).sort((a, b) => number(b) - number(a));
  let all = true;
  for (const child of folders) {
    if (days.length >= most) return false;
    all = (await look(house, chat, child, depth + 1, days, most)) && all;
  }
  return all;
}
