import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { dayOf } from '#lib/chats/places.ts';
import { comesAfter } from '#lib/chats/statements.ts';
import { storedTurtle } from '../world/stored-turtle.ts';
import { talk } from './talk.ts';

const DAY = 86_400_000;
/** Messages of a day: of more the app would begin another document. */
export const EACH = 200;

/**
 * Lays `days` days of 200 signed messages each where the server keeps its files, the last of them today. The server must
 * not have been asked for them before. Answers the newest day's address.
 */
export async function layChat(
  data: string,
  { chat, maker, key, days }: { chat: string; maker: string; key: string; days: number }
): Promise<string> {
  const today = Math.floor(Date.now() / DAY) * DAY;
  const dayAt = (n: number) => dayOf(chat, new Date(today - n * DAY));
  for (let n = 0; n < days; n++) {
    const day = dayAt(n);
    // Of today's none may lie ahead of the clock.
    const from = n === 0 ? Math.max(today, Date.now() - EACH * 2_000) : today - n * DAY;
    const said = await talk({ chat, day, maker, key }, { from, count: EACH });
    const path = join(data, new URL(day).pathname);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, storedTurtle(n < days - 1 ? [comesAfter(day, dayAt(n + 1)), ...said] : said, day));
  }
  return dayAt(0);
}
