import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dataFactory } from './n3.ts';
import { termText } from './ntriples.ts';
import { iri, isIri } from './terms.ts';
import { TurtleProblem } from './turtle-problem.ts';

const forbidden = [...'<>"{}|^`\\ \t\n\r', '\u0000', '\u001f', '\u007f', '\u0085'];

it.each(forbidden.map((char) => [JSON.stringify(char), char]))('lets no %s into an IRI', (_shown, char) => {
  const value = `https://a.example/${char}x`;
  expect(isIri(value)).toBe(false);
  expect(() => iri(value)).toThrow(TypeError);
  // A term made elsewhere is refused when it is written.
  expect(() => termText(dataFactory.namedNode(value) as never)).toThrow(TurtleProblem);
});

it.each(['', 'relative', '/path', '//host/path', '#me', '1:x'])('takes %j for no absolute IRI', (value) => {
  expect(() => iri(value)).toThrow(TypeError);
});

it('takes every web address as it is', () => {
  fc.assert(
    fc.property(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      (url) => iri(url).value === url
    )
  );
});
