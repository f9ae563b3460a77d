import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Me } from '#lib/people/me.ts';
import { dayOf } from '#lib/posts/places.ts';
import { storedTurtle } from '../world/stored-turtle.ts';
import { postAt } from '../world/posts.ts';

const DAY = 86_400_000;

/** Writes a year of posts as the app lays them out, as the server keeps them; answers the first post of each day. */
export async function writeYear(
  data: string,
  me: Me,
  { year, each }: { year: number; each: number }
): Promise<string[]> {
  const first: string[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += DAY) {
    const document = dayOf(me.storage, 'public', new Date(at));
    const posts = Array.from({ length: each }, (_, n) =>
      postAt({
        document,
        author: me.id,
        storage: me.storage,
        n,
        at: new Date(at + n * Math.floor(DAY / each))
      })
    );
    const path = join(data, new URL(document).pathname);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, storedTurtle(posts.flat(), document));
    first.push(posts[0]![0]!.subject.value);
  }
  return first;
}
