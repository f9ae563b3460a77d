import { Graph } from '#lib/rdf/graph.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { AS, LDP } from '#lib/rdf/vocab.ts';
import type { Friend } from '../world/friends.ts';
import { AT_ONCE, atOnce } from '../servers/requests.ts';
import { body } from './raw.ts';

/**
 * The same feed where every post is a document of its own: list each friend's folder, read the newest by their names
 * (which sort by time: the best case), take the newest of all. Milliseconds, and the posts.
 */
export async function fromApart(
  friends: readonly Friend[],
  count: number
): Promise<{ took: number; newest: string[] }> {
  const begun = performance.now();
  const folders = friends.map(({ apart }) => apart);
  const lists = await atOnce(folders, AT_ONCE, async (folder) =>
    new Graph(parseTurtle(await body(folder), folder)).iris(folder, LDP.contains).sort().slice(-count)
  );
  const posts = await atOnce(lists.flat(), AT_ONCE, async (url) => {
    const graph = new Graph(parseTurtle(await body(url), url));
    const id = graph.ofType(AS.Note)[0] ?? url;
    return { id, at: graph.text(id, AS.published) ?? '' };
  });
  const newest = posts
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? 1 : -1))
    .slice(0, count)
    .map(({ id }) => id);
  return { took: performance.now() - begun, newest };
}
