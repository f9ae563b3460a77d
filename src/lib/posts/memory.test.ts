import { describe, expect, it } from 'vitest';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import type { Placed } from './feed.question.ts';
import { lastFeed, rememberFeed } from './last-feed.ts';
import { sightingsIn } from './sightings.ts';

function notesOf() {
  const cache = memoryCache();
  let writes = 0;
  return {
    get: (key: string) => cache.note(key),
    set: (key: string, value: unknown) => (writes++, cache.setNote(key, value)),
    keys: (prefix: string) => cache.noteKeys(prefix),
    writes: () => writes
  };
}
const placed = (n: number): Placed => ({
  post: {
    id: `https://a.example/d#p${n}`,
    content: `${n}`,
    published: new Date(n),
    author: 'https://a.example/#me'
  } as Placed['post'],
  at: new Date(n),
  open: n % 2 === 0,
  sending: { state: 'waiting', entries: [] }
});
const feed = (count: number) => ({
  posts: Array.from({ length: count }, (_, n) => placed(n)),
  quiet: [],
  older: { state: 'done' as const, horizon: -Infinity, lacking: [] },
  complete: true
});

describe('what the feed showed last', () => {
  it('is there on the next visit: the top of it, without what was on its way', async () => {
    const notes = notesOf();
    expect(await lastFeed(notes)).toBeUndefined();
    await rememberFeed(notes, feed(60));
    const last = await lastFeed(notes);
    expect(last?.posts).toHaveLength(50);
    expect(last?.posts[0]).toEqual({ post: placed(0).post, at: new Date(0), open: true });
    expect(last?.complete).toBe(false);
  });
  it('is written only when it changed', async () => {
    const notes = notesOf();
    await rememberFeed(notes, feed(2));
    await rememberFeed(notes, feed(2));
    expect(notes.writes()).toBe(1);
  });
  it('is not shown in a form of another version', async () => {
    const notes = notesOf();
    await notes.set('feed:last', { version: 0, posts: [] });
    expect(await lastFeed(notes)).toBeUndefined();
  });
});

describe('first sightings', () => {
  it('stay, across visits', async () => {
    const notes = notesOf();
    const first = await sightingsIn(notes);
    first.note('p', 5);
    first.note('p', 9);
    expect(first.seen).toEqual({ p: 5 });
    expect((await sightingsIn(notes)).seen).toEqual({ p: 5 });
  });
  it('are bounded, and survive nonsense in the memory', async () => {
    const notes = notesOf();
    await notes.set('feed:first-seen', { a: 'b' });
    const many = await sightingsIn(notes);
    for (let n = 0; n < 600; n++) many.note(`p${n}`, n);
    expect(Object.keys(many.seen)).toHaveLength(500);
    expect(many.seen).toHaveProperty('p599');
  });
});
