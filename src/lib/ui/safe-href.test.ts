import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeHref } from './safe-href.ts';

describe('safeHref', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    ['HTTPS://EXAMPLE.org/A b', 'https://example.org/A%20b'],
    ['http://localhost:3000/x', 'http://localhost:3000/x'],
    ['http://anna.localhost:3001/', 'http://anna.localhost:3001/'],
    ['http://127.0.0.1/', 'http://127.0.0.1/'],
    ['http://[::1]:80/', 'http://[::1]/']
  ])('follows %s', (value, expected) => expect(safeHref(value)).toBe(expected));

  it.each([
    'http://example.org/',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
    'http://128.0.0.1/',
    'http://192.168.0.1/',
    'https://bank.example@evil.example/',
    'https://a:b@evil.example/',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'blob:https://example.org/x',
    '//example.org',
    '/x',
    '',
    'https://'
  ])('refuses %j', (value) => expect(safeHref(value)).toBeUndefined());

  it('answers only what the browser will go to by https, or http on this machine', () => {
    const scheme = fc.constantFrom(
      'https',
      'http',
      'javascript',
      'data',
      'HTTPS',
      'java\tscript',
      ' https',
      'ht\ntps',
      ''
    );
    const rest = fc.oneof(
      fc.webUrl().map((url) => url.replace(/^https?/, '')),
      fc.string({ unit: 'binary' })
    );
    fc.assert(
      fc.property(scheme, rest, (start, end) => {
        const href = safeHref(`${start}${end}`) ?? safeHref(`${start}:${end}`);
        if (href === undefined) return;
        const url = new URL(href);
        expect(url.href).toBe(href);
        expect(
          url.protocol === 'https:' || /^(localhost|.*\.localhost|127\..*|\[::1\])$/.test(url.hostname)
        ).toBe(true);
        expect(url.username + url.password).toBe('');
      }),
      { numRuns: 3_000 }
    );
  });
});
