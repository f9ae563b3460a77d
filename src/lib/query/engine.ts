import { QueryEngine } from '@comunica/query-sparql';
import { dataFactory } from '#lib/rdf/n3.ts';
import type { Term } from '#lib/rdf/terms.ts';
import type { Operation, Variable } from './algebra.ts';
import { unpack, type PackedDocument } from './asked-document.ts';
import { antiJoins } from './anti-join.ts';
import { DOCUMENT, eachDocument, type Each } from './each-document.ts';
import { demandHarmless } from './harmless.ts';
import { QuadSource } from './quad-source.ts';
import { QueryProblem } from './query-problem.ts';

/** One row of an answer: the bound variables by name, without the question mark. */
export type Binding = Readonly<Record<string, Value>>;

/** A term as plain data, in the form of the SPARQL 1.1 Query Results JSON Format (3.2.2). */
export interface Value {
  readonly type: 'uri' | 'literal' | 'bnode';
  readonly value: string;
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
}

/** A row with the number of the document it comes from; without one for queries that look at all together. */
export interface Found {
  readonly row: Binding;
  readonly document?: number;
}

export interface Asked {
  readonly query: string;
  readonly documents: readonly PackedDocument[];
  /** Ask each document by itself. */
  readonly each: boolean;
}

const NUMBER = 'document:';

let engine: QueryEngine | undefined;
const parsed = new Map<string, { readonly whole: Operation; readonly each: Each | undefined }>();

/**
 * Runs a SELECT query with Comunica over these documents and nothing else. Throws QueryProblem; in particular `query`
 * with the detail `whole` when each document is to be asked and the query does not allow that.
 */
export async function run({ query, documents, each }: Asked): Promise<Found[]> {
  // By number where each counts for itself: two people may point to one document, which does not say the same for both.
  const quads = documents.flatMap((document, i) => unpack(document, each ? `${NUMBER}${i}` : document.url));
  const source = new QuadSource(quads);
  const known = parsed.get(query) ?? (await parse(query));
  parsed.set(query, known);
  if (!each) return (await select(known.whole, source)).map((row) => ({ row }));
  if (!known.each) throw new QueryProblem('query', 'whole');
  const rows = await select(known.each.algebra, source);
  return (known.each.distinct ? distinct(rows) : rows).map(({ [DOCUMENT]: document, ...row }) => ({
    row,
    document: Number(document!.value.slice(NUMBER.length))
  }));
}

const distinct = (rows: readonly Binding[]): Binding[] => [
  ...new Map(
    rows.map((row) => [
      JSON.stringify(
        Object.keys(row)
          .sort()
          .map((name) => [name, row[name]])
      ),
      row
    ])
  ).values()
];

/** The query taken apart, as `plainQuery` wants it. Throws QueryProblem. */
export async function algebraOf(query: string): Promise<Operation> {
  engine ??= new QueryEngine();
  try {
    const { data } = await engine.explain(query, { sources: [new QuadSource([]) as never] }, 'parsed');
    return data as Operation;
  } catch (error) {
    throw new QueryProblem('query', error instanceof Error ? error.message : String(error));
  }
}

async function parse(query: string) {
  const whole = await algebraOf(query);
  demandHarmless(whole);
  const each = eachDocument(whole, dataFactory.variable(DOCUMENT) as Variable);
  return {
    whole: antiJoins(whole) as Operation,
    each: each && { ...each, algebra: antiJoins(each.algebra) as Operation }
  };
}

async function select(algebra: Operation, source: QuadSource): Promise<Binding[]> {
  engine ??= new QueryEngine();
  try {
    const stream = await engine.queryBindings(algebra as unknown as string, { sources: [source as never] });
    const rows = await stream.toArray();
    return rows.map((row) =>
      Object.fromEntries([...row].map(([variable, term]) => [variable.value, valueOf(term as Term)]))
    );
  } catch (error) {
    throw new QueryProblem('broken', error instanceof Error ? error.message : String(error));
  }
}

function valueOf(term: Term): Value {
  if (term.termType === 'NamedNode') return { type: 'uri', value: term.value };
  if (term.termType !== 'Literal') return { type: 'bnode', value: term.value };
  if (term.language) return { type: 'literal', value: term.value, 'xml:lang': term.language };
  return { type: 'literal', value: term.value, datatype: term.datatype.value };
}
