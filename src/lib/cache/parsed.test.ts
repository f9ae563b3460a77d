import { expect, it } from 'vitest';
import { parsed } from './parsed.ts';

it('still has at hand what 500 pages said, when it comes to look at the first of them', () => {
  const page = `<a:b> <a:c> <a:d>. #${'.'.repeat(20_000)}`;
  const urls = Array.from({ length: 500 }, (_, n) => `https://a.example/${n}`);
  const said = urls.map((url) => parsed(page, url));
  expect(urls.filter((url, n) => parsed(page, url) !== said[n])).toEqual([]);
  expect(parsed(`${page} `, urls[0]!)).not.toBe(said[0]);
});
