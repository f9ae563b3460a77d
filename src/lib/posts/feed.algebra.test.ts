import { expect, it } from 'vitest';
import { algebraOf } from '#lib/query/engine.ts';
import { plainQuery } from '#lib/query/plain-query.ts';
import feedAlgebra from './feed.algebra.json';
import feedQuery from './feed.rq?raw';

// After a change to feed.rq: npx vitest run src/lib/posts/feed.algebra.test.ts -u
it('feed.algebra.json is feed.rq taken apart, and needs no Comunica', async () => {
  const algebra = await algebraOf(feedQuery);
  await expect(`${JSON.stringify(algebra, null, 2)}\n`).toMatchFileSnapshot('./feed.algebra.json');
  expect(plainQuery(feedAlgebra)).toBeDefined();
});
