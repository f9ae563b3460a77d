import type { Placed } from './feed.question.ts';

/** A row of a list of posts: a post with its number from 1, or the line between new and old. */
export type ListRow =
  | { readonly kind: 'post'; readonly key: string; readonly placed: Placed; readonly number: number }
  | { readonly kind: 'line'; readonly key: 'line' };

/** `line`: how many posts stand above the line; 0 for none. */
export function listRows(posts: readonly Placed[], line: number): ListRow[] {
  const rows: ListRow[] = posts.map((placed, index) => ({
    kind: 'post',
    key: `${placed.post.id} ${placed.post.author}`,
    placed,
    number: index + 1
  }));
  if (line > 0) rows.splice(line, 0, { kind: 'line', key: 'line' });
  return rows;
}
