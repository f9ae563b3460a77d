import fc from 'fast-check';
import { expect, it } from 'vitest';
import { returnPath } from './return-path.ts';

const origin = 'https://hearth.example';

it.each([
  ['/home', '/home'],
  ['/post?id=1#two', '/post?id=1#two'],
  [`${origin}/friends`, '/friends'],
  ['friends', '/friends'],
  [undefined, '/'],
  [null, '/'],
  ['', '/'],
  ['https://evil.example/', '/'],
  ['//evil.example', '/'],
  ['///evil.example', '/'],
  ['/\\evil.example', '/'],
  ['\\\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/x/..//evil.example', '/'],
  ['https:evil.example', '/evil.example'],
  ['http://hearth.example/', '/'],
  ['https://hearth.example@evil.example/', '/'],
  ['https://hearth.example.evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['data:text/html,x', '/'],
  ['blob:https://hearth.example/x', '/']
])('%j leads to %s', (asked, path) => expect(returnPath(asked, origin)).toBe(path));

it('never leaves the origin', () => {
  const part = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    ':',
    '@',
    '\t',
    '\n',
    ' ',
    'evil.example',
    'https',
    'javascript',
    '%2f',
    '#',
    '?'
  );
  const asked = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.array(part).map((parts) => parts.join(''))
  );
  fc.assert(
    fc.property(asked, (text) => {
      const path = returnPath(text, origin);
      expect(path.startsWith('/')).toBe(true);
      expect(new URL(path, origin).origin).toBe(origin);
      expect(returnPath(path, origin)).toBe(path);
    }),
    { numRuns: 2000 }
  );
});
