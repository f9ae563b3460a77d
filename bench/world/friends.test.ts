import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readAll } from '#lib/rdf/shape.ts';
import { Graph } from '#lib/rdf/graph.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { post } from '#lib/posts/post.shape.ts';
import { recentPage } from '#lib/posts/recent-page.shape.ts';
import { friendsOf, newestOf, settle } from './friends.ts';
import { nearer } from './stored-turtle.ts';

const BASE = 'http://localhost:1/';

it('writes what the app would read: the newest 50 on the page, and every post in the document of its day', async () => {
  const data = await mkdtemp(join(tmpdir(), 'hearth-bench-test-'));
  try {
    const friends = friendsOf(BASE, 2, 60);
    await settle(data, BASE, friends, { apart: false });
    const graphAt = async (url: string) =>
      new Graph(parseTurtle(await readFile(join(data, url.slice(BASE.length)), 'utf8'), url));
    for (const { recent, posts, source } of friends) {
      const page = await graphAt(recent);
      const [head] = readAll(recentPage, page);
      const newest = posts.slice(0, 50).map(({ id }) => id);
      expect(head).toMatchObject({ id: recent, owner: source.owner });
      expect([...head!.items].sort()).toEqual([...newest].sort());
      expect(
        readAll(post, page)
          .map(({ id }) => id)
          .sort()
      ).toEqual([...newest].sort());
      for (const { id, at, quads } of posts) {
        const day = await graphAt(id.split('#')[0]!);
        expect(day.about(id)).toHaveLength(quads().length);
        expect(readAll(post, day).find((one) => one.id === id)).toMatchObject({ published: at });
      }
    }
    const all = friends.flatMap(({ posts }) => posts);
    const times = newestOf(friends, 50).map((id) => all.find((one) => one.id === id)!.at.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(new Set(times).size).toBe(50);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(friends[0]!.posts[30]!.at.getTime());
  } finally {
    await rm(data, { recursive: true, force: true });
  }
});

it('dates nothing ahead of the clock, where a post would stand at another time than its own', () => {
  const [newest] = friendsOf(BASE, 50, 2_000)
    .map(({ posts }) => posts[0]!.at.getTime())
    .sort((a, b) => b - a);
  expect(newest).toBeLessThan(Date.now());
});

it.each([
  ['http://a.example/x/y/recent.ttl', 'http://a.example/x/y/recent.ttl', ''],
  ['http://a.example/x/y/recent.ttl#p', 'http://a.example/x/y/recent.ttl', '#p'],
  ['http://a.example/x/y/2026/day.ttl#p', 'http://a.example/x/y/recent.ttl', '2026/day.ttl#p'],
  ['http://a.example/x/card#me', 'http://a.example/x/y/z/day.ttl', '../../card#me'],
  ['http://b.example/x/card#me', 'http://a.example/x/y/day.ttl', 'http://b.example/x/card#me']
])('writes %s within %s as "%s", which leads back there', (address, base, written) => {
  expect(nearer(address, base)).toBe(written);
  expect(new URL(written, base).href).toBe(address);
});
