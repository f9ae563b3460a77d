import { QueryEngine } from '@comunica/query-sparql';
import type { Term } from '#lib/rdf/terms.ts';
import type { Operation } from './algebra.ts';
import { unpack, type PackedDocument } from './asked-document.ts';
import { antiJoins } from './anti-join.ts';
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

export interface Asked {
  readonly query: string;
  readonly documents: readonly PackedDocument[];
}

let engine: QueryEngine | undefined;
const parsed = new Map<string, Operation>();

/** Runs a SELECT query with Comunica over these documents and nothing else. Throws QueryProblem. */
export async function run({ query, documents }: Asked): Promise<Binding[]> {
  const source = new QuadSource(documents.flatMap((document) => unpack(document, document.url)));
  const known = parsed.get(query) ?? (await parse(query));
  parsed.set(query, known);
  return select(known, source);
}

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

async function parse(query: string): Promise<Operation> {
  const whole = await algebraOf(query);
  demandHarmless(whole);
  return antiJoins(whole) as Operation;
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
