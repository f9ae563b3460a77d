import { appendFile, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from '../doors.ts';
import { startBundled } from '../servers/bundled.ts';
import { friendsOf, settle, type Friend } from './friends.ts';

/** `n` friends with `p` posts each. */
export interface Size {
  readonly n: number;
  readonly p: number;
}

/** Friends on a running server. */
export interface Company {
  of(size: Size): readonly Friend[];
  /**
   * Changes a comment in everybody's rolling page, so that nothing anybody remembers of it (in this process, or in the
   * server) makes a second reading cheaper than a first one.
   */
  freshen(friends: readonly Friend[]): Promise<void>;
}

/** Friends of these sizes on a bundled server, for as long as `work` takes. `apart` adds one document a post. */
export async function withFriends<T>(
  bench: Bench,
  sizes: readonly Size[],
  { apart }: { apart: boolean },
  work: (company: Company) => Promise<T>
): Promise<T> {
  const data = await mkdtemp(join(bench.scratch, 'feed-'));
  const server = await startBundled(bench.root, data);
  try {
    const most = new Map<number, number>();
    for (const { n, p } of sizes) most.set(p, Math.max(n, most.get(p) ?? 0));
    const people = new Map([...most].map(([p, n]) => [p, friendsOf(server.url, n, p)]));
    bench.say('feed: writing the spaces of all friends ...');
    for (const friends of people.values()) await settle(data, server.url, friends, { apart });
    const pathOf = (url: string) => join(data, url.slice(server.url.length));
    return await work({
      of: ({ n, p }) => people.get(p)!.slice(0, n),
      async freshen(friends) {
        await Promise.all(friends.map(({ recent }) => appendFile(pathOf(recent), '# read again\n')));
      }
    });
  } finally {
    await server.stop();
  }
}
