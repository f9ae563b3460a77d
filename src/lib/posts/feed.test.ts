import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { View } from '#lib/cache/view.ts';
import { Graph } from '#lib/rdf/graph.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import { sparqlHere } from '#lib/query/sparql-here.ts';
import feedQuery from './feed.rq?raw';
import { change, NOW, PEOPLE } from './feed.arbitrary.testing.ts';
import { byTime, joined, union, type Row } from './feed.rules.ts';
import { homesOf } from './homes.ts';
import { rowsOver } from './rows.ts';
import type { Sightings } from './sightings.ts';
import { spoken, type Spoken } from './spoken.ts';

function memory(): Sightings {
  const seen: Record<string, number> = {};
  return { seen, note: (post, at) => void (seen[post] ??= at) };
}

const sparql = sparqlHere();

/** The definition itself: feed.rq over everything together, in one go. */
async function inOneGo(parts: readonly (readonly Spoken[])[]): Promise<Row[]> {
  const quads = parts.flatMap((own) => [...union(own).quads]);
  const found = await sparql.ask(feedQuery, [{ url: 'https://all.example/', quads }]);
  return found.map(({ post, published }) => ({ post: post!.value, published: published!.value }));
}

describe('the list that is shown', () => {
  it('is what feed.rq gives over everything believed, whatever is said and however it changes', async () => {
    let longest = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const says = new Map<string, Graph>();
        const [sightings, homes, cache] = [memory(), homesOf(PEOPLE), memoryCache()];
        const notes = { get: cache.note.bind(cache), set: cache.setNote.bind(cache) };
        const ask = rowsOver(sparql, notes);
        let [now, version] = [NOW, 0];
        const versions = new Map<string, number>();
        for (const { who, which, says: quads } of changes) {
          const url = PEOPLE[who]!.documents[which]!;
          says.set(url, new Graph(quads as Quad[]));
          versions.set(url, ++version);
          now += 1_000;
          const parts = PEOPLE.map((person) =>
            person.documents.map((document) => {
              const graph = says.get(document) ?? EMPTY;
              const view = { url: document, graph, version: `${versions.get(document)}` } as View;
              return spoken(view, person, homes, sightings, now);
            })
          );
          const lists = await Promise.all(parts.map(async (own) => joined(own, await ask(own))));
          const shown = lists
            .flat()
            .sort(byTime)
            .map(({ post, published }) => ({ post, published }));
          longest = Math.max(longest, shown.length);
          expect(shown).toEqual(await inOneGo(parts));
        }
      }),
      { numRuns: 60 }
    );
    // The test would be worth nothing if nothing were ever shown.
    expect(longest).toBeGreaterThan(3);
  }, 120_000);
});

const EMPTY = new Graph([]);
