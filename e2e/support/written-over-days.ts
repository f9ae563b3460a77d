import { headOf, listed } from '../../src/lib/posts/page-head.ts';
import { KEPT } from '../../src/lib/posts/page.ts';
import { dayOf, folderOf, recentOf } from '../../src/lib/posts/places.ts';
import { postStatements } from '../../src/lib/posts/statements.ts';
import { Graph } from '../../src/lib/rdf/graph.ts';
import type { Quad } from '../../src/lib/rdf/terms.ts';
import { writeTurtle } from '../../src/lib/rdf/turtle.ts';
import type { Neighbour } from '../../scripts/demo/neighbour.ts';

/** Posts for friends straight into somebody's space, one every `hours`, the newest an hour ago: "Ben 1", "Ben 2" ... */
export async function writtenOverDays(
  who: Neighbour,
  { count, hours, name }: { count: number; hours: number; name: string }
): Promise<void> {
  const { storage } = who.space;
  const posts = Array.from({ length: count }, (_, n) => {
    const published = new Date(Date.now() - 3_600_000 * (1 + n * hours));
    const day = dayOf(storage, 'friends', published);
    const id = `${day}#p${String(count - n).padStart(4, '0')}`;
    const content = `${name} ${n + 1}. It rained.`;
    const quads = postStatements({ id, author: who.webId, storage, audience: 'friends', content, published });
    return { day, id, quads };
  });
  const days = new Map<string, readonly Quad[]>();
  for (const { day, quads } of posts) days.set(day, [...(days.get(day) ?? []), ...quads]);
  for (const [day, quads] of days) await who.put(day, writeTurtle(quads, day));
  const page = recentOf(storage, 'friends');
  const folder = folderOf(storage, 'friends');
  const head = headOf(page, new Graph([]), { owner: who.webId, partOf: folder, next: posts[0]!.day });
  const kept = posts.slice(0, KEPT).flatMap(({ id, quads }) => [listed(page, id), ...quads]);
  await who.put(page, writeTurtle([...head.insert, ...kept], page));
}
