import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { View } from '#lib/cache/view.ts';
import { Graph } from '#lib/rdf/graph.ts';
import type { Quad } from '#lib/rdf/terms.ts';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import { sparqlHere } from '#lib/query/sparql-here.ts';
import feedQuery from './feed.rq?raw';
import { change, NOW, PEOPLE } from './feed.arbitrary.testing.ts';
import { byTime, joined, union } from './feed.rules.ts';
import { gistsOver } from './gists.ts';
import { homesOf } from './homes.ts';
import type { Sightings } from './sightings.ts';
import { spoken, type Spoken } from './spoken.ts';

interface Row {
  readonly post: string;
  readonly published: string;
}

function memory(): Sightings {
  const seen: Record<string, number> = {};
  return { seen, note: (post, at) => void (seen[post] ??= at) };
}

const sparql = sparqlHere();

/** The definition itself: feed.rq over everything together, in one go, by Comunica. */
async function inOneGo(parts: readonly (readonly Spoken[])[]): Promise<Row[]> {
  const quads = parts.flatMap((own) => [...union(own).quads]);
  const found = await sparql.ask(feedQuery, [{ url: 'https://all.example/', quads }]);
  return found.map(({ post, published }) => ({ post: post!.value, published: published!.value }));
}

describe('the list that is shown', () => {
  it('is what feed.rq gives over everything believed, whatever is said and however it changes', async () => {
    let longest = 0;
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const says = new Map<string, Graph>();
        const [sightings, homes, cache] = [memory(), homesOf(PEOPLE), memoryCache()];
        let now = NOW;
        const notes = {
          get: (key: string) => cache.note(key),
          set: (key: string, value: unknown) => cache.setNote(key, value),
          keys: (prefix: string) => cache.noteKeys(prefix)
        };
        const page = () => gistsOver(notes, () => now);
        let gists = page();
        let version = 0;
        const versions = new Map<string, number>();
        for (const { who, which, says: quads, reload } of changes) {
          const url = PEOPLE[who]!.documents[which]!;
          says.set(url, new Graph(quads as Quad[]));
          versions.set(url, ++version);
          now += 1_000;
          if (reload) {
            await gists.keep();
            gists = page();
          }
          const views = PEOPLE.map((person) =>
            person.documents.map((document) => {
              const graph = says.get(document) ?? EMPTY;
              const about = { document: { turtle: 'some' }, waiting: [] };
              return {
                url: document,
                graph,
                version: `${versions.get(document)}`,
                ...about
              } as unknown as View;
            })
          );
          const lists = await Promise.all(
            PEOPLE.map(async (person, n) => {
              const own = views[n]!.map(async (view) => ({
                url: view.url,
                open: false,
                gist: await gists.of(view, person, homes, sightings)
              }));
              return joined(await Promise.all(own));
            })
          );
          const shown = lists
            .flat()
            .sort(byTime)
            .map(({ post, at }) => ({ post: post.id, published: new Date(at).toISOString() }));
          longest = Math.max(longest, shown.length);
          compared += 1;
          const parts = PEOPLE.map((person, n) =>
            views[n]!.map((view) => spoken(view, person, homes, sightings, now))
          );
          expect(shown).toEqual(await inOneGo(parts));
        }
      }),
      { numRuns: 120 }
    );
    // The test would be worth nothing if nothing were ever shown.
    expect(longest).toBeGreaterThan(3);
    expect(compared).toBeGreaterThan(240);
  }, 240_000);
});

const EMPTY = new Graph([]);
