import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Graph } from '#lib/rdf/graph.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { documentRows, type Row } from './document-rows.ts';
import { algebraOf } from './engine.ts';
import { plainQuery } from './plain-query.ts';
import { sparqlHere } from './sparql-here.ts';

const PREFIX = 'PREFIX : <https://x.example/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ';
const HEAD = '@prefix : <https://x.example/>. @prefix xsd: <http://www.w3.org/2001/XMLSchema#>. ';
const A = 'https://anna.example/a';
const B = 'https://bob.example/b';
const documentAt = (url: string, turtle: string) => ({
  url,
  graph: new Graph(parseTurtle(HEAD + turtle, url))
});
const here = sparqlHere();

/** Rows of each document, and of which documents Comunica was asked. */
async function asked(select: string, documents: readonly ReturnType<typeof documentAt>[]) {
  const query = PREFIX + select;
  const ask = vi.fn(here.ask);
  const rows = documentRows(query, await algebraOf(query), () => ({ ask }));
  const found = [];
  for (const document of documents) found.push(await rows(document));
  return { found, comunica: ask.mock.calls.flatMap(([, each]) => each.map(({ url }) => url)) };
}

describe('rows of a document', () => {
  it('come without Comunica where the plain query knows all that is asked', async () => {
    const { found, comunica } = await asked('SELECT ?s ?t { ?s :at ?t }', [
      documentAt(A, '<#1> :at "1".'),
      documentAt(B, '')
    ]);
    expect(found).toEqual([[{ s: `${A}#1`, t: '1' }], []]);
    expect(comunica).toEqual([]);
  });

  it('come from Comunica where a document holds values beyond it, and only there', async () => {
    const { found, comunica } = await asked('SELECT ?s { ?s :at ?t FILTER(?t = "1") }', [
      documentAt(A, '<#1> :at "1". <#2> :at "2".'),
      documentAt(B, '<#1> :at "1". <#2> :at "2026-01-01T00:00:00Z"^^xsd:dateTime.')
    ]);
    expect(found).toEqual([[{ s: `${A}#1` }], [{ s: `${B}#1` }]]);
    expect(comunica).toEqual([B]);
  });

  it('come from Comunica where the query asks for more', async () => {
    const select = 'SELECT ?s ?t { ?s :re+/:at ?t }';
    expect(plainQuery(await algebraOf(PREFIX + select))).toBeUndefined();
    const { found, comunica } = await asked(select, [
      documentAt(A, '<#1> :re <#2>. <#2> :re <#3>. <#3> :at "late".')
    ]);
    expect(found[0]).toHaveLength(2);
    expect(comunica).toEqual([A]);
  });
});

/** Queries of every kind that can be asked of each document by itself. */
const WHERE = [
  '?s :at ?t',
  '?s a :Note ; :at ?t FILTER NOT EXISTS { ?s :re ?u }',
  '?s a :Note OPTIONAL { ?s :at ?t FILTER(STR(?t) > "2") }',
  '{ ?s :at ?t } UNION { ?s :re ?t . ?s a :Note }',
  '?s :at ?t BIND(CONCAT(STR(?t), "!") AS ?u) FILTER(?u != "3!")',
  'VALUES ?t { "1" "2" } ?s :at ?t FILTER EXISTS { ?z :re ?s }',
  '?s :re ?u . ?u :at ?t'
];
const subject = fc.constantFrom('<#1>', '<#2>', ':shared', '<#3>');
const statement = fc.oneof(
  fc.tuple(subject, fc.constant('a :Note')),
  fc.tuple(
    subject,
    fc.integer({ min: 0, max: 4 }).map((n) => `:at "${n}"`)
  ),
  fc.tuple(
    subject,
    subject.map((other) => `:re ${other}`)
  )
);
const text = fc
  .array(statement, { maxLength: 8 })
  .map((all) => all.map((one) => one.join(' ') + ' .').join('\n'));
const texts = (rows: readonly Row[]) =>
  rows.map((row) => JSON.stringify([row.s, row.t, row.u].map((value) => value ?? ''))).sort();

describe('all documents’ rows together', () => {
  it('are what Comunica says over everything in one go, by the plain query and by the fallback', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...WHERE),
        fc.boolean(),
        fc.boolean(),
        fc.array(text, { minLength: 1, maxLength: 4 }),
        async (where, distinct, isBeyond, turtles) => {
          const select = `SELECT ${distinct ? 'DISTINCT ' : ''}`;
          const query = `${PREFIX} ${select} ?s ?t ?u { ${where} }`;
          const documents = turtles.map((turtle, n) => documentAt(`https://x.example/${n}`, turtle));
          const algebra = await algebraOf(query);
          const rows = documentRows(query, isBeyond ? { type: 'unknown' } : algebra, () => here);
          const found = await Promise.all(documents.map(rows));
          const whole = `${PREFIX} ${select} ?doc ?s ?t ?u { GRAPH ?doc { ${where} } }`;
          const due = await here.ask(
            whole,
            documents.map(({ url, graph }) => ({ url, quads: graph.quads }))
          );
          const values = due.map(({ doc: _doc, ...row }) =>
            Object.fromEntries(Object.entries(row).map(([name, { value }]) => [name, value]))
          );
          expect(texts(found.flat())).toEqual(texts(values));
        }
      ),
      { numRuns: 60 }
    );
  });
});
