import { expect, it } from 'vitest';
import { Graph } from './graph.ts';
import { text } from './terms.ts';
import { parseTurtle } from './turtle.ts';
import { FOAF, RDF } from './vocab.ts';

const graph = new Graph(
  parseTurtle(
    `@prefix foaf: <http://xmlns.com/foaf/0.1/>.
     <#me> a foaf:Person; foaf:name "Alice"@en, "Alice"@en; foaf:knows <#bob>, <#carol>, [ foaf:name "Dan" ].
     <#bob> a foaf:Person.`,
    'https://a.example/card'
  )
);
const me = 'https://a.example/card#me';
const bob = 'https://a.example/card#bob';

it('answers from the index, each statement once', () => {
  expect(graph.quads).toHaveLength(7);
  expect(graph.text(me, FOAF.name)).toBe('Alice');
  expect(graph.objects(me, FOAF.name)).toHaveLength(1);
  expect(graph.iris(me, FOAF.knows)).toEqual([bob, 'https://a.example/card#carol']);
  expect(graph.ofType(FOAF.Person)).toEqual([me, bob]);
  expect(graph.subjects(FOAF.knows, bob)).toEqual([me]);
  expect(graph.object(me, FOAF.nick)).toBeUndefined();
});

it('tells IRIs from texts, and can follow a blank node', () => {
  expect(graph.has(me, RDF.type, FOAF.Person)).toBe(true);
  expect(graph.has(me, FOAF.name)).toBe(true);
  expect(graph.has(me, FOAF.name, text('Alice', 'EN'))).toBe(true);
  expect(graph.has(me, FOAF.name, 'Alice')).toBe(false);
  expect(graph.has('https://a.example/other', FOAF.name)).toBe(false);
  const dan = graph.subjects(FOAF.name, text('Dan'))[0]!;
  expect(dan).toMatch(/^_:/);
  expect(graph.text(dan, FOAF.name)).toBe('Dan');
});

it('is retold by subject, and is itself when nothing was said differently', () => {
  expect(graph.retold((about) => about)).toBe(graph);
  const told = graph.retold((about, subject) => (subject === bob ? [] : about));
  expect(told.about(bob)).toEqual([]);
  expect(told.about(me)).toEqual(graph.about(me));
  expect(told.quads).toHaveLength(graph.quads.length - graph.about(bob).length);
});
