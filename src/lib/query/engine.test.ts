import { describe, expect, it } from 'vitest';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { pack } from './asked-document.ts';
import { run } from './engine.ts';

const A = 'https://anna.example/a';
const B = 'https://bob.example/b';
const documents = (texts: Record<string, string>) =>
  Object.entries(texts).map(([url, text]) =>
    pack({ url, quads: parseTurtle(`@prefix : <https://x.example/>. ${text}`, url) })
  );
const P = 'PREFIX : <https://x.example/> ';
const two = {
  [A]: '<#1> :says "a"; :likes "x". <#2> :says "b"@de, 5.',
  [B]: '<#1> :says "c". :shared :likes "x".'
};

async function ask(query: string, texts: Record<string, string> = two) {
  const found = await run({ query: P + query, documents: documents(texts) });
  return found.map((row) => {
    const names = Object.keys(row).sort();
    return names.map((name) => row[name]!.value.replace(/^https:\/\/\w+\.example\//, '')).join(' ');
  });
}

describe('asking all documents together', () => {
  it('gives rows as plain data with their types', async () => {
    const found = await run({
      query: `${P} SELECT ?s ?o WHERE { ?s :says ?o } ORDER BY ?o`,
      documents: documents({ [A]: '<#1> :says <#2>, "t", "de"@de, 5, _:b.' })
    });
    const s = { type: 'uri', value: `${A}#1` };
    expect(found).toEqual([
      { s, o: { type: 'bnode', value: expect.any(String) } },
      { s, o: { type: 'uri', value: `${A}#2` } },
      expect.anything(),
      expect.anything(),
      expect.anything()
    ]);
    expect(found.map((row) => row.o)).toEqual(
      expect.arrayContaining([
        { type: 'literal', value: 't', datatype: 'http://www.w3.org/2001/XMLSchema#string' },
        { type: 'literal', value: 'de', 'xml:lang': 'de' },
        { type: 'literal', value: '5', datatype: 'http://www.w3.org/2001/XMLSchema#integer' }
      ])
    );
  });

  it('sees one graph outside of GRAPH, in which a statement stands once', async () => {
    expect(await ask('SELECT ?o WHERE { ?s :says ?o } ORDER BY STR(?o)')).toEqual(['5', 'a', 'b', 'c']);
    const same = { [A]: ':s :says "x".', [B]: ':s :says "x".' };
    expect(await ask('SELECT ?o WHERE { ?s :says ?o }', same)).toEqual(['x']);
    expect(await ask('SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s :says ?o } }', same)).toEqual(['2']);
  });

  it('sees each document in its own GRAPH', async () => {
    expect(await ask('SELECT ?doc WHERE { GRAPH ?doc { ?s :says "c" } }')).toEqual(['b']);
    expect(await ask(`SELECT ?o WHERE { GRAPH <${A}> { ?s :says ?o } } ORDER BY STR(?o)`)).toEqual([
      '5',
      'a',
      'b'
    ]);
    expect(await ask('SELECT ?o WHERE { GRAPH ?g { ?s :says "c" . ?t :likes ?o } }')).toEqual(['x']);
    expect(await ask('SELECT ?o WHERE { GRAPH ?g { ?s :says "a" . ?t :says "c" } }')).toEqual([]);
    expect(await ask('SELECT ?t WHERE { ?s :says "a" . ?t :says "c" }')).toEqual(['b#1']);
  });

  it('runs joins, options, filters, groups, paths and limits', async () => {
    expect(await ask('SELECT ?o WHERE { ?s :likes ?x ; :says ?o }')).toEqual(['a']);
    expect(await ask('SELECT ?s ?o WHERE { ?s :likes ?x OPTIONAL { ?s :says ?o } } ORDER BY ?s')).toEqual([
      'a a#1',
      'shared'
    ]);
    expect(
      await ask('SELECT ?o WHERE { ?s :says ?o FILTER NOT EXISTS { ?s :likes ?x } } ORDER BY STR(?o)')
    ).toEqual(['5', 'b', 'c']);
    expect(
      await ask('SELECT ?s ?p WHERE { ?s ?p ?s }', { [A]: '<#1> :likes <#1>, <#2>; :says <#1>.' })
    ).toHaveLength(2);
    expect(await ask('SELECT (COUNT(?o) AS ?n) WHERE { ?s :says ?o }')).toEqual(['4']);
    expect(await ask('SELECT ?o WHERE { ?s :says|:likes ?o } ORDER BY DESC(STR(?o)) LIMIT 2')).toEqual([
      'x',
      'x'
    ]);
  });
});

describe('NOT EXISTS', () => {
  const few = { [A]: ':s :says "x"; :likes :s. :t :says "y"; :hates :t. :u :says "z", "x".' };
  it.each([
    // Those that become MINUS ...
    ['?s :says ?o FILTER NOT EXISTS { ?s :likes ?l }', ['t y', 'u x', 'u z']],
    ['?s :says ?o FILTER NOT EXISTS { ?s :likes ?s }', ['t y', 'u x', 'u z']],
    ['?s :says ?o FILTER NOT EXISTS { ?x :likes ?y . ?x :says ?o }', ['t y', 'u z']],
    ['?s :says ?o FILTER NOT EXISTS { ?s :likes ?l } FILTER NOT EXISTS { ?s :hates ?l }', ['u x', 'u z']],
    [
      '{ ?s :says ?o } UNION { ?s :likes ?o } FILTER NOT EXISTS { ?s :hates ?h }',
      ['s s', 's x', 'u x', 'u z']
    ],
    // ... and those that must not.
    ['?s :says ?o FILTER NOT EXISTS { ?x :likes ?y }', []],
    ['?s :says ?o FILTER NOT EXISTS { ?x :nothing ?y }', ['s x', 't y', 'u x', 'u z']],
    ['?s :says ?o OPTIONAL { ?s :likes ?l } FILTER NOT EXISTS { ?l :says "x" }', []],
    ['?s :says ?o FILTER NOT EXISTS { ?s :likes ?l FILTER(?o = "y") }', ['s x', 't y', 'u x', 'u z']],
    ['?s :says ?o FILTER EXISTS { ?s :likes ?l }', ['s x']]
  ])('%s', async (where, rows) => {
    const query = `SELECT ?s ?o WHERE { ${where} }`;
    const swapped = rows.map((row) => row.split(' ').reverse().join(' '));
    const answers = (await ask(query, few)).map((row) => row.replace(/x\.example\//g, ''));
    expect(answers.sort()).toEqual(swapped.sort());
  });
});

describe('a query that cannot be asked', () => {
  it.each([
    'SELECT * { ?s ?p',
    'nonsense',
    'ASK { ?s ?p ?o }',
    'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }',
    'INSERT DATA { :a :b :c }',
    'LOAD <https://evil.example/>',
    'SELECT * FROM <https://evil.example/> { ?s ?p ?o }',
    'SELECT * { ?s ?p ?o SERVICE <https://evil.example/> { ?s ?p ?o } }',
    'SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <https://evil.example/> { ?s ?p ?o } } }',
    'SELECT * { { SELECT * { SERVICE ?s { ?s ?p ?o } } } }'
  ])('says so: %s', async (query) => {
    await expect(ask(query)).rejects.toMatchObject({ problem: { kind: 'query' } });
  });
});
