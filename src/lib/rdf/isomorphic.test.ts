import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyQuads } from './arbitrary.testing.ts';
import { sameGraph } from './isomorphic.ts';
import { dataFactory } from './n3.ts';
import { quad, text, type Term } from './terms.ts';
import { parseTurtle } from './turtle.ts';

const graph = (turtle: string) => parseTurtle(turtle, 'https://a.example/');
const same = (a: string, b: string) => sameGraph(graph(a), graph(b));

it('does not care for labels, order or repetition', () => {
  fc.assert(
    fc.property(anyQuads, fc.infiniteStream(fc.nat()), (quads, random) => {
      const rename = (term: Term) =>
        term.termType === 'BlankNode'
          ? (dataFactory.blankNode(`other${[...term.value].reverse().join('')}`) as Term)
          : term;
      const shuffled = [...quads, ...quads.slice(0, 2)]
        .map((q) => ({ q, at: random.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ q }) => quad(rename(q.subject), q.predicate, rename(q.object)));
      return sameGraph(quads, shuffled);
    })
  );
});

it('sees one statement more or less', () => {
  fc.assert(
    fc.property(anyQuads, (quads) => !sameGraph(quads, [...quads, quad('urn:new', 'urn:p', text('new'))]))
  );
});

it('tells apart what only the shape of the blank nodes tells apart', () => {
  const next = (from: string, to: string) => `_:${from} <p> _:${to} . `;
  const ring = (...names: string[]) =>
    names.map((name, i) => next(name, names[(i + 1) % names.length]!)).join(' ');
  expect(same(ring('a', 'b', 'c', 'd', 'e', 'f'), ring('f', 'a', 'c', 'b', 'e', 'd'))).toBe(true);
  // Two rings of three look the same as one of six to every single node.
  expect(same(ring('a', 'b', 'c') + ring('d', 'e', 'f'), ring('a', 'b', 'c', 'd', 'e', 'f'))).toBe(false);
  // A ring of six beside two of three: each node has partners that look right and are wrong.
  const mixed = ring('a', 'b', 'c') + ring('d', 'e', 'f') + ring('g', 'h', 'i', 'j', 'k', 'l');
  expect(same(mixed, ring('l', 'f', 'c', 'j', 'a', 'e') + ring('b', 'g', 'k') + ring('d', 'h', 'i'))).toBe(
    true
  );
  expect(same('_:a <p> 1. _:b <q> 2.', '_:a <p> 1; <q> 2. _:b <q> 2.')).toBe(false);
  expect(same('_:a <p> 1. _:a <q> 2.', '_:a <p> 1. _:b <q> 2.')).toBe(false);
});
