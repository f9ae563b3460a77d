import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Graph } from '#lib/rdf/graph.ts';
import { applyPatch } from '#lib/rdf/patch.ts';
import { dateTime, iri, quad, type Quad } from '#lib/rdf/terms.ts';
import { AS, RDF } from '#lib/rdf/vocab.ts';
import { headOf, listed } from './page-head.ts';
import { changesIn, KEPT, rolled } from './page.ts';
import { FULL } from './roomy-day.ts';
import { change, postStatements, rewritten } from './statements.ts';

const page = 'https://anna.example/recent.ttl';
const idOf = (n: number) => `https://anna.example/d#p${n}`;
const note = (n: number, at: number, updated?: number) => [
  quad(idOf(n), RDF.type, iri(AS.Note)),
  quad(idOf(n), AS.published, dateTime(new Date(at))),
  ...(updated === undefined ? [] : [quad(idOf(n), AS.updated, dateTime(new Date(updated)))]),
  listed(page, idOf(n))
];
const news = (n: number, at: number) => [
  quad(`${page}#u${n}`, RDF.type, iri(n % 2 ? AS.Update : AS.Delete)),
  quad(`${page}#u${n}`, AS.published, dateTime(new Date(at)))
];
const time = fc.integer({ min: 0, max: 1_000 });
// Around what fits: fast-check's own sizes would hardly ever be as large.
const around = <T>(one: fc.Arbitrary<T>) =>
  fc.array(one, { minLength: KEPT - 4, maxLength: KEPT + 20, size: 'max' });
const posts = fc.tuple(time, fc.option(time, { nil: undefined }));

it('holds the posts written last and the newest changes, whatever comes in and whatever was edited', () => {
  let edits = 0;
  fc.assert(
    fc.property(
      around(posts),
      around(time),
      fc.array(posts, { maxLength: 3 }),
      fc.array(time, { maxLength: 2 }),
      (posts, changes, incoming, told) => {
        const written = [...posts, ...incoming].map(([at], n) => ({ id: idOf(n), at }));
        const before = new Graph([
          ...posts.flatMap(([at, later], n) => note(n, at, later && at + later)),
          ...changes.flatMap((at, n) => news(n, at))
        ]);
        const fresh = told.flatMap((at, n) => news(100 + n, at));
        const insert = incoming.flatMap(([at, later], n) => note(posts.length + n, at, later && at + later));
        edits += [...posts, ...incoming].filter(([, later]) => later).length;
        const patch = rolled(page, before, { insert: [...insert, ...fresh], delete: [] });
        const after = new Graph(applyPatch(before.quads, patch));
        const newest = written.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).slice(0, KEPT);
        expect(after.ofType(AS.Note).sort()).toEqual(newest.map(({ id }) => id).sort());
        expect(after.iris(page, AS.items).sort()).toEqual(newest.map(({ id }) => id).sort());
        expect(changesIn(after).length).toBe(Math.min(KEPT, changes.length + told.length));
        for (const { subject } of fresh) expect(changesIn(after)).toContain(subject.value);
        // Nothing is left of what went.
        expect(
          after.quads
            .filter(({ subject }) => subject.value.includes('/d#'))
            .map(({ subject }) => subject.value)
            .every((id) => newest.some((one) => one.id === id))
        ).toBe(true);
        // Deleting what is not there would be refused; inserting what is there would be for nothing.
        const isThere = (one: Quad) => before.has(one.subject.value, one.predicate.value, one.object);
        expect(patch.delete.every(isThere)).toBe(true);
        expect(patch.insert.some(isThere)).toBe(false);
      }
    ),
    { numRuns: 60 }
  );
  // A page of posts nobody touched again would prove nothing.
  expect(edits).toBeGreaterThan(100);
});

it('is small enough to be patched when all its posts and changes are edited ones', () => {
  const storage = 'https://anna.example/';
  const said = Array.from({ length: 3 * KEPT }, (_, n) => {
    const content = 'Soup';
    const id = `${storage}d#p${n}`;
    const first = { id, author: `${storage}#me`, storage, audience: 'friends' as const, content };
    const quads = rewritten(
      postStatements({ ...first, published: new Date(n) }),
      id,
      'More',
      new Date(n + 1)
    );
    return [
      ...quads,
      listed(page, id),
      ...change(`${page}#u${n}`, AS.Update, first.author, id, new Date(n + 1))
    ];
  });
  const head = headOf(page, new Graph([]), { owner: `${storage}#me`, partOf: storage, next: `${storage}d` });
  let graph = new Graph(head.insert);
  for (const insert of said)
    graph = new Graph(applyPatch(graph.quads, rolled(page, graph, { insert, delete: [] })));
  expect(graph.ofType(AS.Note)).toHaveLength(KEPT);
  expect(changesIn(graph)).toHaveLength(KEPT);
  expect(graph.quads.length).toBeLessThanOrEqual(FULL);
});
