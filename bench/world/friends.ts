import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Source } from '#lib/people/sources.question.ts';
import { headOf, listed } from '#lib/posts/page-head.ts';
import { KEPT } from '#lib/posts/page.ts';
import { dayOf, folderOf, recentOf } from '#lib/posts/places.ts';
import { Graph } from '#lib/rdf/graph.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { atOnce } from '../servers/requests.ts';
import { accessRule } from './access-rule.ts';
import { idOf, postAt, START } from './posts.ts';
import { storedTurtle } from './stored-turtle.ts';

export interface Post {
  readonly id: string;
  readonly at: Date;
  /** Made anew each time: a world of millions of statements in memory would slow down what is measured beside it. */
  quads(): readonly Quad[];
}

/** Somebody with posts for everyone, as the feed knows them and as the oracle does. */
export interface Friend {
  readonly source: Source;
  readonly recent: string;
  /** Newest first. */
  readonly posts: readonly Post[];
  /** A folder with one document for each post: how it is usually done, for comparison. */
  readonly apart: string;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** The friends of one case. Everybody wrote about five posts a day, and all of them on the same days. */
export function friendsOf(base: string, count: number, posts: number): Friend[] {
  return Array.from({ length: count }, (_, number) => {
    const storage = `${base}p${posts}-${number}/`;
    const author = `${storage}profile/card#me`;
    const recent = recentOf(storage, 'public');
    const own = Array.from({ length: posts }, (_, n) => {
      const at = new Date(START + n * 5 * HOUR + number * MINUTE);
      const document = dayOf(storage, 'public', at);
      const place = { document, author, storage, n, at };
      return { id: idOf(place), at, quads: () => postAt(place) };
    });
    return {
      source: { owner: author, storages: [storage], documents: [recent] },
      recent,
      posts: own.reverse(),
      apart: `${storage}public/posts/`
    };
  });
}

/** What every reader must find: the newest of all friends' posts, in the order of feed.rq. */
export function newestOf(friends: readonly Friend[], count: number): string[] {
  return friends
    .flatMap(({ posts }) => posts)
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id);
}

/**
 * Writes friends' spaces into a data folder as the server keeps them: the rolling page with at most 50 posts inside,
 * the day documents, and the access rule of the template above. `apart` adds one document a post.
 */
export async function settle(
  data: string,
  base: string,
  friends: readonly Friend[],
  { apart }: { apart: boolean }
): Promise<void> {
  for (const friend of friends) {
    const files = [...filesOf(friend), ...(apart ? apartOf(friend) : [])];
    await atOnce(files, 16, async ([url, body]) => {
      const path = join(data, decodeURIComponent(url.slice(base.length)));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, body);
    });
  }
}

type File = readonly [url: string, body: string];

function filesOf({ source, recent, posts }: Friend): File[] {
  const storage = source.storages[0]!;
  const days = new Map<string, Quad[]>();
  // Days fill up from their first post on.
  for (const { id, quads } of [...posts].reverse()) {
    const document = id.split('#', 1)[0]!;
    days.set(document, [...(days.get(document) ?? []), ...quads()]);
  }
  const next = [...days.keys()].at(-1)!;
  const kept = posts.slice(0, KEPT).reverse();
  const head = headOf(recent, new Graph([]), {
    owner: source.owner,
    partOf: folderOf(storage, 'public'),
    next
  });
  const page = [
    ...head.insert,
    ...kept.map(({ id }) => listed(recent, id)),
    ...kept.flatMap(({ quads }) => quads())
  ];
  return [
    [`${storage}.meta`, `<${storage}> a <http://www.w3.org/ns/pim/space#Storage>.\n`],
    [`${storage}.acl`, accessRule(source.owner, false)],
    [`${storage}public/.acl`, accessRule(source.owner, true)],
    [recent, storedTurtle(page, recent)],
    ...[...days].map(([url, quads]) => [url, storedTurtle(quads, url)] as const)
  ];
}

const apartOf = ({ apart, posts }: Friend): File[] =>
  posts.map(({ id, quads }) => {
    const url = `${apart}${id.split('#')[1]}.ttl`;
    return [url, storedTurtle(quads(), url)];
  });
