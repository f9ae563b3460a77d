import type { Codec } from './codec.ts';
import type { Graph } from './graph.ts';
import { iri as namedNode, quad, type Quad } from './terms.ts';
import { RDF } from './vocab.ts';

export { boolean, integer, iri, iriText, number, text, thing, time, type Codec } from './codec.ts';

export type Cardinality = 'one' | 'maybe' | 'many';

export interface Field<T, C extends Cardinality> {
  /** All are written; reading takes the first that has a readable value. The first is the main one. */
  readonly paths: readonly string[];
  /** Words of other apps: understood after `paths`, never written. */
  readonly alsoRead: readonly string[];
  /** Both, in this order. */
  readonly understood: readonly string[];
  readonly codec: Codec<T>;
  readonly cardinality: C;
}

export type Fields = Readonly<Record<string, Field<unknown, Cardinality>>>;

export interface Shape<F extends Fields = Fields> {
  /** All are written; reading asks for at least one, if there are any. The first is the main one. */
  readonly types: readonly string[];
  readonly fields: F;
}

type Optional<F extends Fields> = {
  [K in keyof F]: F[K] extends Field<unknown, 'maybe'> ? K : never;
}[keyof F];
type Value<F> = F extends Field<infer T, infer C> ? (C extends 'many' ? T[] : T) : never;
type Properties<F extends Fields> = { -readonly [K in Exclude<keyof F, Optional<F>>]: Value<F[K]> } & {
  -readonly [K in Optional<F>]?: Value<F[K]> | undefined;
};

/** The plain object a shape describes; `id` is the IRI of the thing. */
export type Of<S> =
  S extends Shape<infer F> ? { id: string } & { [K in keyof Properties<F>]: Properties<F>[K] } : never;

/** What `write` needs of it: lists may be left out where there is nothing. */
export type Given<S> =
  S extends Shape<infer F> ? { id: string } & { [K in keyof Loose<F>]: Loose<F>[K] } : never;
type Loose<F extends Fields> = {
  [K in keyof F as F[K] extends Field<unknown, 'one'> ? K : never]: Value<F[K]>;
} & {
  [K in keyof F as F[K] extends Field<unknown, 'one'> ? never : K]?: Readonly<Value<F[K]>> | undefined;
};

export function shape<const F extends Fields>(types: string | readonly string[], fields: F): Shape<F> {
  return { types: list(types), fields };
}

type Paths = string | readonly string[];
interface FieldOptions {
  alsoRead?: readonly string[];
}

/** Exactly one value: a thing without it cannot be read. */
export function one<T>(paths: Paths, codec: Codec<T>, options: FieldOptions = {}): Field<T, 'one'> {
  return { ...words(paths, options), codec, cardinality: 'one' };
}

/** At most one value. */
export function maybe<T>(paths: Paths, codec: Codec<T>, options: FieldOptions = {}): Field<T, 'maybe'> {
  return { ...words(paths, options), codec, cardinality: 'maybe' };
}

/** Any number of values, without order. */
export function many<T>(paths: Paths, codec: Codec<T>, options: FieldOptions = {}): Field<T, 'many'> {
  return { ...words(paths, options), codec, cardinality: 'many' };
}

export interface ReadOptions {
  /** Accept a thing that names none of the types: some apps write the words without the type. */
  untyped?: boolean;
}

/**
 * The thing at `id`, or undefined when it is not of the type or a required value is missing or
 * unreadable. Values that cannot be understood are passed over: other people's documents are not ours.
 */
export function read<F extends Fields>(
  shape: Shape<F>,
  graph: Graph,
  id: string,
  options: ReadOptions = {}
): Of<Shape<F>> | undefined {
  const typed = shape.types.length === 0 || shape.types.some((type) => graph.has(id, RDF.type, type));
  if (!typed && !options.untyped) return undefined;
  const thing: Record<string, unknown> = { id };
  const said = new Map<string, Quad[]>();
  for (const quad of graph.about(id)) {
    const known = said.get(quad.predicate.value);
    if (known) known.push(quad);
    else said.set(quad.predicate.value, [quad]);
  }
  for (const name in shape.fields) {
    const field = shape.fields[name]!;
    const values = readField(field, said);
    if (field.cardinality === 'many') thing[name] = values;
    else if (values.length > 0) thing[name] = values[0];
    else if (field.cardinality === 'one') return undefined;
  }
  return thing as Of<Shape<F>>;
}

function readField<T>(field: Field<T, Cardinality>, said: ReadonlyMap<string, readonly Quad[]>): T[] {
  for (const path of field.understood) {
    const values: T[] = [];
    for (const { object } of said.get(path) ?? []) {
      const value = field.codec.read(object);
      if (value !== undefined) values.push(value);
    }
    if (values.length > 0) return values;
  }
  return [];
}

/** Everything in the graph that can be read as the shape, in the order of the document. */
export function readAll<F extends Fields>(
  shape: Shape<F>,
  graph: Graph,
  options: ReadOptions = {}
): Of<Shape<F>>[] {
  return graph
    .subjects()
    .map((id) => read(shape, graph, id, options))
    .filter((thing) => thing !== undefined);
}

/** All statements of the thing: every type, and every value under every path that is written. */
export function write<F extends Fields>(shape: Shape<F>, value: Given<Shape<F>>): Quad[] {
  const statements = shape.types.map((type) => quad(value.id, RDF.type, namedNode(type)));
  for (const [name, field] of Object.entries(shape.fields)) {
    for (const part of valuesOf(field, (value as Record<string, unknown>)[name], name)) {
      const term = field.codec.write(part);
      for (const path of field.paths) statements.push(quad(value.id, path, term));
    }
  }
  return statements;
}

function valuesOf(field: Field<unknown, Cardinality>, value: unknown, name: string): unknown[] {
  if (field.cardinality === 'many') return (value as unknown[] | undefined) ?? [];
  if (value !== undefined) return [value];
  if (field.cardinality === 'one') throw new TypeError(`"${name}" is required and missing`);
  return [];
}

function words(
  given: Paths,
  { alsoRead = [] }: FieldOptions
): Pick<Field<never, never>, 'paths' | 'alsoRead' | 'understood'> {
  const paths = list(given);
  return { paths, alsoRead, understood: [...paths, ...alsoRead] };
}

function list(value: Paths): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}
