import { QueryEngine } from '@comunica/query-sparql';
import feed from '#lib/posts/feed.rq?raw';

const engine = new QueryEngine();

/** The same question, asked of the addresses themselves: Comunica fetches, parses and joins. Milliseconds, and the posts. */
export async function byComunica(
  urls: readonly string[],
  count: number
): Promise<{ took: number; newest: string[] }> {
  await engine.invalidateHttpCache();
  const begun = performance.now();
  const stream = await engine.queryBindings(feed, { sources: [...urls] as [string, ...string[]] });
  const rows = await stream.toArray();
  const newest = rows.slice(0, count).map((row) => row.get('post')!.value);
  return { took: performance.now() - begun, newest };
}
