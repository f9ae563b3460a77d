import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Graph } from '#lib/rdf/graph.ts';
import { applyPatch } from '#lib/rdf/patch.ts';
import { dateTime, iri, quad } from '#lib/rdf/terms.ts';
import { AS, RDF } from '#lib/rdf/vocab.ts';
import { listed } from './page-head.ts';
import { changesIn, KEPT, rolled } from './page.ts';

const page = 'https://anna.example/recent.ttl';
const note = (n: number, at: number) => [
  quad(`https://anna.example/d#p${n}`, RDF.type, iri(AS.Note)),
  quad(`https://anna.example/d#p${n}`, AS.published, dateTime(new Date(at))),
  listed(page, `https://anna.example/d#p${n}`)
];
const news = (n: number, at: number) => [
  quad(`${page}#u${n}`, RDF.type, iri(n % 2 ? AS.Update : AS.Delete)),
  quad(`${page}#u${n}`, AS.published, dateTime(new Date(at)))
];
const times = (max: number) => fc.array(fc.integer({ min: 0, max: 1_000 }), { maxLength: max });

it('holds the newest posts and changes, however many come in at whatever times', () => {
  fc.assert(
    fc.property(times(70), times(70), times(3), (posts, changes, incoming) => {
      const before = new Graph([
        ...posts.flatMap((at, n) => note(n, at)),
        ...changes.flatMap((at, n) => news(n, at))
      ]);
      const fresh = incoming.map((at, n) => ({
        id: `https://anna.example/d#p${100 + n}`,
        quads: note(100 + n, at)
      }));
      const patch = rolled(page, before, { insert: fresh.flatMap(({ quads }) => quads), delete: [] });
      const after = new Graph(applyPatch(before.quads, patch));
      const kept = after.ofType(AS.Note);
      expect(kept.length).toBe(Math.min(KEPT, posts.length + fresh.length));
      expect(changesIn(after).length).toBe(Math.min(KEPT, changes.length));
      expect(after.iris(page, AS.items).sort()).toEqual([...kept].sort());
      expect(fresh.every(({ id }) => kept.includes(id))).toBe(true);
      const timeOf = (id: string) => Date.parse(before.text(id, AS.published)!);
      const stayed = kept.filter((id) => !fresh.some((one) => one.id === id)).map(timeOf);
      const left = before
        .ofType(AS.Note)
        .filter((id) => !kept.includes(id))
        .map(timeOf);
      expect(Math.max(-1, ...left)).toBeLessThanOrEqual(Math.min(Infinity, ...stayed));
      // Deleting what is not there would be refused; inserting what is there would be for nothing.
      expect(
        patch.delete.every((gone) => before.has(gone.subject.value, gone.predicate.value, gone.object))
      ).toBe(true);
    }),
    { numRuns: 60 }
  );
});
