import { describe, expect, it } from 'vitest';
import { sharedText } from './shared-text.ts';

describe('sharedText', () => {
  it.each([
    ['', ''],
    ['title=A&text=B&url=https://c.example/', 'A\n\nB\n\nhttps://c.example/'],
    ['text=Look: https://c.example/&url=https://c.example/', 'Look: https://c.example/'],
    ['title=Same&text=Same', 'Same'],
    ['title=%20&text=%20words%20', 'words'],
    ['other=1', '']
  ])('%s becomes %j', (query, text) => expect(sharedText(new URLSearchParams(query))).toBe(text));

  it('is never longer than a draft may be', () => {
    expect(sharedText(new URLSearchParams({ text: 'x'.repeat(50_000) }))).toHaveLength(10_000);
  });
});
