import { describe, expect, it } from 'vitest';
import { nextPath } from './next.ts';

describe('nextPath', () => {
  it('keeps our own paths, with query and fragment', () => {
    expect(nextPath('/i#who=1')).toBe('/i#who=1');
    expect(nextPath('/post?u=https%3A%2F%2Fa.example%2Fx')).toBe('/post?u=https%3A%2F%2Fa.example%2Fx');
  });

  it.each([
    null,
    '',
    '/',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/.//evil.example'
  ])('goes home instead of %j', (asked) => expect(nextPath(asked)).toBe('/home'));
});
