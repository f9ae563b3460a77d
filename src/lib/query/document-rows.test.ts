import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { documentRows, mergeRows, type Row, type RowsDocument } from './document-rows.ts';
import { sparqlHere } from './sparql-here.ts';

const PREFIX = 'PREFIX : <https://x.example/> ';
const head = '@prefix : <https://x.example/>. ';
const documentAt = (url: string, version: string, turtle: string): RowsDocument => ({
  url,
  version,
  quads: parseTurtle(head + turtle, url)
});

function counting() {
  const sparql = sparqlHere();
  const asked: string[][] = [];
  return {
    asked,
    ask: sparql.ask,
    askEach: (query: string, documents: Parameters<typeof sparql.askEach>[1]) => {
      asked.push(documents.map(({ url }) => url));
      return sparql.askEach(query, documents);
    }
  };
}

function storeOf(cache = memoryCache()) {
  return {
    get: (key: string) => cache.note(key),
    set: (key: string, value: unknown) => cache.setNote(key, value)
  };
}

const A = 'https://anna.example/a';
const B = 'https://bob.example/b';
const Q = `${PREFIX} SELECT ?s ?t { ?s :at ?t }`;

describe('rows of documents', () => {
  it('are asked for once, and again where something changed', async () => {
    const sparql = counting();
    const rows = documentRows(Q, sparql, storeOf());
    const a = documentAt(A, '1', '<#1> :at "1".');
    const b = documentAt(B, '1', '<#1> :at "2". <#2> :at <#x>.');
    expect(await rows([a, b])).toEqual([
      [{ s: `${A}#1`, t: '1' }],
      expect.arrayContaining([{ s: `${B}#2`, t: `${B}#x` }])
    ]);
    expect(await rows([b, a])).toHaveLength(2);
    expect(await rows([a])).toEqual([[{ s: `${A}#1`, t: '1' }]]);
    expect(await rows([documentAt(A, '2', ''), b])).toEqual([[], expect.anything()]);
    expect(sparql.asked).toEqual([[A, B], [A]]);
  });

  it('outlive the page: nothing is asked, and no statement looked at, when nothing changed', async () => {
    const store = storeOf();
    const first = counting();
    await documentRows(Q, first, store)([documentAt(A, '1', '<#1> :at "1".')]);
    const second = counting();
    const unread: RowsDocument = {
      url: A,
      version: '1',
      get quads(): never {
        throw new Error('parsed for nothing');
      }
    };
    expect(await documentRows(Q, second, store)([unread])).toEqual([[{ s: `${A}#1`, t: '1' }]]);
    expect(second.asked).toEqual([]);
    await documentRows(`${Q} # another`, second, store)([documentAt(A, '1', '')]);
    expect(second.asked).toEqual([[A]]);
  });

  it('belong to the place in the list, also when one document stands there twice', async () => {
    const rows = documentRows(Q, counting(), storeOf());
    const twice = [documentAt(A, 'for anna', '<#1> :at "1".'), documentAt(A, 'for bob', '<#1> :at "2".')];
    for (let time = 0; time < 2; time++) {
      expect(await rows(twice)).toEqual([[{ s: `${A}#1`, t: '1' }], [{ s: `${A}#1`, t: '2' }]]);
    }
  });

  it('come also when they cannot be kept', async () => {
    const store = { get: async () => undefined, set: () => Promise.reject(new Error('full')) };
    expect(await documentRows(Q, counting(), store)([documentAt(A, '1', '<#1> :at "1".')])).toHaveLength(1);
  });

  it('cannot be had of a query about all documents together', async () => {
    const rows = documentRows(`${Q} LIMIT 1`, counting(), storeOf());
    await expect(rows([documentAt(A, '1', '')])).rejects.toMatchObject({ problem: { detail: 'whole' } });
  });
});

/** Queries of every kind that allows it, with the ORDER BY in plain code where there is one. */
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
const urls = [A, B, 'https://carol.example/c', 'https://dan.example/d'];
const step = fc.record({ at: fc.nat(3), text: fc.option(text) });
const byAll = (a: Row, b: Row) => (JSON.stringify(flat(a)) < JSON.stringify(flat(b)) ? -1 : 1);
const flat = (row: Row) => [row.s, row.t, row.u].map((value) => value ?? '');

describe('rows kept up to date', () => {
  it('are what Comunica says over everything in one go, after any changes', async () => {
    const oracle = sparqlHere();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...WHERE),
        fc.boolean(),
        fc.array(step, { minLength: 1, maxLength: 6 }),
        async (where, distinct, steps) => {
          const select = `SELECT ${distinct ? 'DISTINCT ' : ''}`;
          const rows = documentRows(`${PREFIX} ${select} ?s ?t ?u { ${where} }`, counting(), storeOf());
          const current = new Map<string, RowsDocument>();
          for (const [version, { at, text: turtle }] of steps.entries()) {
            const url = urls[at]!;
            if (turtle === null) current.delete(url);
            else current.set(url, documentAt(url, String(version), turtle));
            const documents = [...current.values()];
            const whole = `${PREFIX} ${select} ?doc ?s ?t ?u { GRAPH ?doc { ${where} } }`;
            const due = (await oracle.ask(whole, documents)).map(({ doc: _doc, ...row }) =>
              Object.fromEntries(Object.entries(row).map(([name, { value }]) => [name, value]))
            );
            expect(mergeRows(await rows(documents), byAll)).toEqual(mergeRows([due], byAll));
          }
        }
      ),
      { numRuns: 60 }
    );
  });
});
