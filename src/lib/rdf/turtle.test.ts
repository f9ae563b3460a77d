import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyQuads, HERE } from './arbitrary.testing.ts';
import { sameGraph } from './isomorphic.ts';
import { dataFactory } from './n3.ts';
import { iri, quad, text, type Literal } from './terms.ts';
import { parseTurtle, QUAD_LIMIT, TurtleProblem, writeTurtle } from './turtle.ts';
import { AS, RDF, XSD } from './vocab.ts';

describe('parseTurtle', () => {
  it('resolves relative IRIs against the document, out of the space too', () => {
    const [it] = parseTurtle('<#a> <b> <../../bob/profile/card#me>.', 'https://pods.example/alice/x/y.ttl');
    expect(it!.subject.value).toBe('https://pods.example/alice/x/y.ttl#a');
    expect(it!.predicate.value).toBe('https://pods.example/alice/x/b');
    expect(it!.object.value).toBe('https://pods.example/bob/profile/card#me');
  });

  it('labels blank nodes by document, the same at every reading', () => {
    const label = (url: string) =>
      parseTurtle('[] <x:y> _:a.', url).map((q) => [q.subject.value, q.object.value]);
    expect(label('https://a.example/1')).toEqual(label('https://a.example/1'));
    const both = [...label('https://a.example/1').flat(), ...label('https://a.example/2').flat()];
    expect(new Set(both).size).toBe(4);
  });

  it('makes one term of an address, however often it stands there', () => {
    const [one, other] = parseTurtle('<#a> <b> <#c>, <#a>.', 'https://a.example/1');
    expect(other!.subject).toBe(one!.subject);
    expect(other!.predicate).toBe(one!.predicate);
    expect(other!.object).toBe(one!.subject);
    expect(parseTurtle('<#a> <b> <#c>.', 'https://a.example/2')[0]!.subject).not.toBe(one!.subject);
  });

  it('names the line of a mistake', () => {
    const read = () => parseTurtle('<a> <b> <c>.\n<a> <b> .', HERE);
    expect(read).toThrow(TurtleProblem);
    expect(read).toThrow(expect.objectContaining({ url: HERE, line: 2 }));
  });

  it.each([
    '@prefix a: <1:>.',
    '<a> <b>',
    '<a> <b> "c',
    '@base <',
    '<html></html>',
    '\u0000',
    '<a> <b> "x"^^.',
    '{"a":1}'
  ])('throws a TurtleProblem or gives statements, never anything else: %j', (bad) => {
    try {
      expect(Array.isArray(parseTurtle(bad, HERE))).toBe(true);
    } catch (error) {
      expect(error).toBeInstanceOf(TurtleProblem);
    }
  });

  it('reads what stands beside statements about statements, and a version of Turtle to come', () => {
    const text = `VERSION "1.9"
      << <#a> <#b> <#c> >> <#d> <#e>. <#f> <#g> <<( <#a> <#b> <#c> )>>. <#a> <#b> <#c> {| <#h> <#i> |}.`;
    const said = parseTurtle(text, 'https://anna.example/d');
    expect(said.length).toBeGreaterThan(0);
    expect(
      said.filter(({ subject, object }) =>
        [subject, object].some(({ termType }) => (termType as string) === 'Quad')
      )
    ).toEqual([]);
    expect(said.map(({ subject }) => subject.value)).toContain('https://anna.example/d#a');
  });

  it('reads what stands beside a language or type that is none', () => {
    const lang = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString';
    const text = [
      `@prefix r: <${lang.replace('langString', '')}>. @prefix l: <${lang.replace('String', '')}>. @prefix : <${lang}>.`,
      '<#a> <#says> "\\"@averylongname, hello", "x"@en-1234567890123, "@averylongname"@en;',
      `  <#at> "y"^^<${lang}>, "w"^^r:langString, "v"^^l:String, "u"^^:, "t"@abcdefghi--ltr, '''it's "z"@a-123456789'''@a-123456789, "a\\u0022@b-123456789".`
    ].join('\n');
    const said = parseTurtle(text, 'https://anna.example/d').map(({ object }) => object as Literal);
    expect(said.map(({ value, language }) => [value, language])).toEqual([
      ['"@averylongname, hello', ''],
      ['x', 'und'],
      ['@averylongname', 'en'],
      ['y', ''],
      ['w', ''],
      ['v', ''],
      ['u', ''],
      ['t', 'und'],
      [`it's "z"@a-123456789`, 'und'],
      ['a"@b-123456789', '']
    ]);
    expect(() => parseTurtle('<#a> <#b> "x"@en-123456789. <#c> "', 'https://anna.example/d')).toThrow(
      TurtleProblem
    );
  });

  it('refuses a parser bomb, also one of nested brackets', () => {
    const many = '<a> <b> ' + Array.from({ length: QUAD_LIMIT + 1 }, (_, i) => i).join(',') + '.';
    expect(() => parseTurtle(many, HERE)).toThrow(/more than 50000/);
    expect(() => parseTurtle(`<a> <b> ${'['.repeat(100_000)}`, HERE)).toThrow(TurtleProblem);
  });

  it('gives up soon on brackets that only ever open', () => {
    const read = () => parseTurtle('<a> <b> ' + '('.repeat(4_000_000), HERE);
    expect(read).toThrow('nameless nodes');
  });
});

describe('writeTurtle', () => {
  it('comes back as the same graph, whatever the statements', () => {
    fc.assert(
      fc.property(anyQuads, fc.constantFrom(HERE, '', 'https://elsewhere.example/x'), (quads, base) =>
        sameGraph(parseTurtle(writeTurtle(quads, base), base), quads)
      ),
      { numRuns: 1000 }
    );
  });

  it('is readable: prefixes, the document first, one block a subject, line breaks kept', () => {
    const post = `${HERE}#p1`;
    const written = writeTurtle(
      [
        quad(post, AS.content, text('Hello\n"you"')),
        quad(post, RDF.type, iri(AS.Note)),
        quad(HERE, AS.items, iri(post)),
        quad(post, AS.published, dataFactory.literal('2026-11-21T00:00:00.000Z', iri(XSD.dateTime)))
      ],
      HERE
    );
    expect(written).toBe(
      `@prefix as: <https://www.w3.org/ns/activitystreams#>.\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#>.\n\n` +
        `<> as:items <#p1>.\n\n<#p1> a as:Note;\n    as:content """Hello\n\\"you\\"""";\n` +
        `    as:published "2026-11-21T00:00:00.000Z"^^xsd:dateTime.\n`
    );
  });

  it('refuses an empty document and IRIs that would break out of their brackets', () => {
    expect(() => writeTurtle([], HERE)).toThrow(/nothing to write/);
    const forged = quad(HERE, AS.url, dataFactory.namedNode('https://a.example/> . <#me> <#trusts> <#you'));
    expect(() => writeTurtle([forged], HERE)).toThrow(TurtleProblem);
    expect(() => iri('https://a.example/> .')).toThrow(TypeError);
    expect(() => iri('relative')).toThrow(TypeError);
  });
});
