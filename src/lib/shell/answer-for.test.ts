import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerFor, type Wanted } from './answer-for.ts';

const origin = 'https://hearth.example';
const files = new Set(['/icon.svg', '/_app/immutable/entry/start.abc.js']);
const ask = (path: string, more: Partial<Wanted> = {}) =>
  answerFor(
    { method: 'GET', url: new URL(path, origin).href, mode: 'cors', token: false, ...more },
    { origin, files }
  );
const open = (path: string) => ask(path, { mode: 'navigate' });

describe('answerFor', () => {
  it.each([
    '/',
    '/home',
    '/home?compose=1',
    '/post?u=x',
    '/share?text=a',
    '/auth/callback?code=1',
    '/nowhere'
  ])('opens %s from the one page', (path) => expect(open(path)).toBe('page'));
  it.each([
    '/icon.svg',
    '/_app/immutable/entry/start.abc.js',
    '/_app/immutable/chunks/of-another-version.js'
  ])('answers %s from what is kept, opened as a page too', (path) => {
    expect(ask(path)).toBe('file');
    expect(open(path)).toBe('file');
  });
  it.each(['/config.json', '/client.jsonld'])('asks anew for %s first', (path) =>
    expect(ask(path)).toBe('told')
  );
  it.each(['/service-worker.js', '/_app/version.json', '/.well-known/solid', '/other.json'])(
    'leaves %s alone',
    (path) => expect(ask(path)).toBe('network')
  );
  it.each(['/service-worker.js', '/_app/version.json', '/.well-known/solid'])(
    'never shows a page in place of %s',
    (path) => expect(open(path)).toBe('network')
  );

  const modes = fc.constantFrom('navigate', 'cors', 'no-cors', 'same-origin');
  it('never touches what another origin keeps', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), modes, (url, mode) => {
        fc.pre(new URL(url).origin !== origin);
        expect(answerFor({ method: 'GET', url, mode, token: false }, { origin, files })).toBe('network');
      })
    );
  });
  it('never touches what carries a token, or says something', () => {
    const paths = fc.oneof(
      fc.constantFrom('/', '/home', '/config.json', ...files),
      fc.webSegment().map((name) => `/${name}`)
    );
    const methods = fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS');
    fc.assert(
      fc.property(paths, modes, methods, (path, mode, method) => {
        expect(ask(path, { mode, token: true })).toBe('network');
        expect(ask(path, { mode, method })).toBe('network');
      })
    );
  });
  it('is not deceived by an origin that begins like ours', () => {
    const url = 'https://hearth.example.evil.example/home';
    expect(answerFor({ method: 'GET', url, mode: 'navigate', token: false }, { origin, files })).toBe(
      'network'
    );
  });
});
