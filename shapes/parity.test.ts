import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Graph } from '#lib/rdf/graph.ts';
import type { Shape } from '#lib/rdf/shape.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { RDF } from '#lib/rdf/vocab.ts';
import { TABLES } from './tables.testing.ts';

const SH = 'http://www.w3.org/ns/shacl#';
const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.ttl'));
const published = new Graph(
  files.flatMap((name) =>
    parseTurtle(readFileSync(new URL(name, import.meta.url), 'utf8'), `https://shapes.example/${name}`)
  )
);
const shapes = new Map(
  published.ofType(`${SH}NodeShape`).map((id) => [published.text(id, `${SH}codeIdentifier`), id])
);

const CARDINALITIES = new Map([
  ['1 1', 'one'],
  ['0 1', 'maybe'],
  ['0 *', 'many']
]);

/** One line a field and path: what both sides must say alike. */
function fieldsOfTable(table: Shape): string[] {
  return Object.entries(table.fields)
    .flatMap(([name, { paths, cardinality, codec }]) =>
      paths.map((path) => [name, path, cardinality, codec.kind].join(' '))
    )
    .sort();
}

function fieldsOfShape(id: string): string[] {
  return propertiesOf(id)
    .filter((property) => published.has(property, `${SH}codeIdentifier`))
    .map((property) => {
      const value = (word: string) => published.object(property, SH + word)?.value;
      const least = value('minCount') ?? '0';
      const most = value('maxCount') ?? '*';
      const cardinality = CARDINALITIES.get(`${least} ${most}`);
      const kind = value('datatype') ?? value('nodeKind')?.slice(SH.length);
      return [value('codeIdentifier'), value('path'), cardinality, kind].join(' ');
    })
    .sort();
}

function propertiesOf(id: string): string[] {
  return published.objects(id, `${SH}property`).map((term) => `_:${term.value}`);
}

function typesOfShape(id: string): string[] {
  const further = propertiesOf(id)
    .filter((property) => published.has(property, `${SH}path`, RDF.type))
    .flatMap((property) => published.iris(property, `${SH}hasValue`));
  return [...published.iris(id, `${SH}targetClass`), ...further].sort();
}

it('has a table for every shape and a shape for every table', () => {
  expect([...shapes.keys()].sort()).toEqual(Object.keys(TABLES).sort());
});

describe.each(Object.entries(TABLES))('%s', (name, table) => {
  const id = shapes.get(name)!;

  it('has the same fields: name, path, how many, which kind', () => {
    expect(fieldsOfShape(id)).toEqual(fieldsOfTable(table));
  });

  it('has the same types', () => {
    // A remembered friend is a relationship with more: the published shape is not meant for everybody's.
    const untargeted = name === 'Subscription';
    expect(typesOfShape(id)).toEqual(untargeted ? [] : [...table.types].sort());
  });

  it('is open, named, and says in words what is right', () => {
    expect(published.has(id, `${SH}closed`)).toBe(false);
    expect(published.text(id, `${SH}name`)).toBeTruthy();
    for (const property of propertiesOf(id)) {
      expect(
        published.text(property, `${SH}message`),
        published.object(property, `${SH}path`)?.value
      ).toMatch(/\.$/);
    }
  });
});
