import { Validator } from 'shacl-engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { isSignedBy } from '#lib/chats/signature.ts';
import { sameGraph } from '#lib/rdf/isomorphic.ts';
import { Graph } from '#lib/rdf/graph.ts';
import { read } from '#lib/rdf/shape.ts';
import { writeTurtle } from '#lib/rdf/turtle.ts';
import { DCT, FOAF, SCHEMA, SEC, SIOC } from '#lib/rdf/vocab.ts';
import { catalogue, type Catalogue } from '../scripts/shapes/catalogue.mjs';
import { checkDocument } from '../scripts/shapes/check-document.mjs';
import { example, exampleNames } from './example.testing.ts';
import { OURS } from './ours.testing.ts';
import { PUBLIC_KEYS } from './proofs.testing.ts';
import { TABLES } from './tables.testing.ts';

let shapes: Catalogue;
beforeAll(async () => {
  shapes = await catalogue();
  expect(shapes.validator).toBeInstanceOf(Validator);
});

it('shows every document we write, and nothing else', () => {
  expect(exampleNames('ours')).toEqual(Object.keys(OURS).sort());
});

it('shows every table at least once', () => {
  const everything = new Graph(Object.values(OURS).flatMap(([, quads]) => quads));
  for (const [name, table] of Object.entries(TABLES)) {
    expect(
      everything.subjects().some((id) => read(table, everything, id)),
      name
    ).toBe(true);
  }
});

describe.each(Object.entries(OURS))('%s', (name, [url, quads]) => {
  it('is what the tables write', () => {
    const shown = example('ours', name);
    expect(shown.url).toBe(url);
    expect(sameGraph(shown.graph.quads, quads)).toBe(true);
  });

  it('passes the published shapes without fault or advice', async () => {
    const { faults, things } = await checkDocument(
      { file: name, url, text: writeTurtle(quads, url) },
      shapes
    );
    expect(faults).toEqual([]);
    expect(things).toBeGreaterThan(0);
  });
});

it('shows signatures that are their makers\'', async () => {
  const { graph } = example('ours', 'chat-day');
  const signed = graph.subjects(SEC.proofValue);
  expect(signed).toHaveLength(8);
  for (const id of signed) {
    const [maker] = [...graph.iris(id, FOAF.maker), ...graph.iris(id, SCHEMA.agent)];
    const created = graph.object(id, DCT.created)!.value;
    const words = { id, created, content: graph.text(id, SIOC.content)!, maker: maker! };
    const proof = graph.text(id, SEC.proofValue)!;
    expect(await isSignedBy(words, proof, PUBLIC_KEYS[maker!]!), id).toBe(true);
    expect(await isSignedBy({ ...words, content: 'No.' }, proof, PUBLIC_KEYS[maker!]!), id).toBe(false);
  }
});
