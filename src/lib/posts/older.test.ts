import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryCache } from '#lib/cache/memory-cache.ts';
import type { CachedDocument } from '#lib/cache/cache.ts';
import type { View } from '#lib/cache/view.ts';
import { Graph } from '#lib/rdf/graph.ts';
import { iri, quad, type Quad } from '#lib/rdf/terms.ts';
import { LDP } from '#lib/rdf/vocab.ts';
import { feedOf } from './feed.question.ts';
import { gistsOver } from './gists.ts';
import { headOf, listed } from './page-head.ts';
import { KEPT } from './page.ts';
import { dayOf, folderOf, recentOf, yearOf } from './places.ts';
import { postStatements, rewritten } from './statements.ts';

// Whatever people wrote, and however they fall silent: what is shown is the newest part of everything, without a hole.

const NOW = Date.UTC(2026, 0, 12, 12);
const HOUR = 3_600_000;

const gap = fc.integer({ min: 0, max: 40 });
const person = fc.record({
  /** Hours between a post and the next older one. */
  gaps: fc.oneof(
    { weight: 3, arbitrary: fc.array(gap, { minLength: KEPT, maxLength: 75 }) },
    { weight: 1, arbitrary: fc.array(gap, { maxLength: KEPT }) }
  ),
  /** Those that were changed, by number, and how many hours later. */
  changed: fc.array(fc.tuple(fc.nat(74), fc.integer({ min: 1, max: 60 })), { maxLength: 6 }),
  silent: fc.constantFrom('never', 'never', 'folder', 'year', 'day')
});
type Person = { gaps: number[]; changed: [number, number][]; silent: string };

interface Written {
  readonly id: string;
  readonly at: number;
  readonly touched: number;
  readonly quads: readonly Quad[];
}

function build(people: readonly Person[]) {
  const documents = new Map<string, readonly Quad[]>();
  const silent = new Set<string>();
  const sources = people.map(({ gaps, changed, silent: how }, number) => {
    const storage = `https://pods.example/p${number}/`;
    const owner = `${storage}profile/card#me`;
    const page = recentOf(storage, 'public');
    let at = NOW;
    const posts = gaps.map((gap, n): Written => {
      at -= gap * HOUR;
      const published = new Date(at);
      const day = dayOf(storage, 'public', published, n % 7 === 3 ? 2 : 1);
      const id = `${day}#p${String(1000 - n)}`;
      const said = postStatements({
        id,
        author: owner,
        storage,
        audience: 'public',
        content: `${n}`,
        published
      });
      const later = changed.find(([which]) => which === n)?.[1];
      const touched = Math.min(NOW, at + (later ?? 0) * HOUR);
      const quads = later === undefined ? said : rewritten(said, id, 'changed', new Date(touched));
      return { id, at, touched, quads };
    });
    for (const { id, quads } of posts) {
      const day = id.split('#')[0]!;
      documents.set(day, [...(documents.get(day) ?? []), ...quads]);
    }
    const kept = posts.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).slice(0, KEPT);
    const folder = folderOf(storage, 'public');
    const head = headOf(page, new Graph([]), { owner, partOf: folder }).insert;
    documents.set(page, [...head, ...kept.flatMap(({ id, quads }) => [listed(page, id), ...quads])]);
    const years = new Set(posts.map((post) => yearOf(storage, 'public', new Date(post.at))));
    const inside = (container: string, children: Iterable<string>) =>
      documents.set(
        container,
        [...children].map((child) => quad(container, LDP.contains, iri(child)))
      );
    inside(folder, [...years, page]);
    for (const year of years)
      inside(year, new Set(posts.map(({ id }) => id.split('#')[0]!).filter((day) => day.startsWith(year))));
    const oldest = posts.at(-1)?.id.split('#')[0];
    if (how === 'folder') silent.add(folder);
    if (how === 'year' && oldest) silent.add(`${oldest.slice(0, oldest.lastIndexOf('/'))}/`);
    if (how === 'day' && oldest) silent.add(oldest);
    return { owner, storages: [storage], documents: [page], posts, hasMore: posts.length >= KEPT, how };
  });
  return { documents, silent, sources };
}

/** A device that knows what was brought to it. */
function device(documents: ReadonlyMap<string, readonly Quad[]>, silent: ReadonlySet<string>) {
  const there = new Set<string>();
  const wanted = new Set<string>();
  const known = (url: string): CachedDocument | undefined => {
    if (!there.has(url)) return undefined;
    const broken = { state: 'broken', problem: { kind: 'slow', detail: '' }, turtle: '', seen: 0 } as const;
    return {
      url,
      asked: NOW,
      ...(silent.has(url) ? broken : { state: 'fresh' as const, turtle: 'some', seen: NOW + 10 * 24 * HOUR })
    };
  };
  return {
    read: async (url: string): Promise<View> => {
      const document = known(url);
      if (!document) wanted.add(url);
      const graph = new Graph(document?.turtle ? (documents.get(url) ?? []) : []);
      return { url, graph, document, waiting: [], version: document?.state ?? 'none' };
    },
    /** Brings what was asked for; answers it. */
    bring() {
      const brought = [...wanted];
      wanted.clear();
      for (const url of brought) there.add(url);
      return brought;
    }
  };
}

describe('older posts', () => {
  it('come in their order and without a hole, whoever falls silent', async () => {
    let steps = 0;
    let silences = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 3 }), async (people) => {
        const { documents, silent, sources } = build(people);
        const { read, bring } = device(documents, silent);
        const cache = memoryCache();
        const notes = {
          get: (key: string) => cache.note(key),
          set: (key: string, value: unknown) => cache.setNote(key, value),
          keys: (prefix: string) => cache.noteKeys(prefix)
        };
        let reach = Infinity;
        const question = feedOf(
          async () => sources,
          gistsOver(notes, () => NOW),
          { seen: {}, note: () => {} },
          async () => [],
          () => reach
        );
        const sure = sources.filter(({ how }) => how === 'never');
        const truth = sure
          .flatMap(({ posts }) => posts)
          .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
        const owners = new Set(sure.map(({ owner }) => owner));
        await question(read);
        bring();
        for (let turn = 0; ; turn++) {
          const { posts, older, complete } = await question(read);
          expect(complete).toBe(true);
          const times = posts.map(({ at }) => at.getTime());
          expect(times).toEqual(times.toSorted((a, b) => b - a));
          const shown = posts.filter(({ post }) => owners.has(post.author)).map(({ post }) => post.id);
          if (older.state !== 'looking')
            expect(shown).toEqual(truth.filter(({ at }) => at >= older.horizon).map(({ id }) => id));
          const brought = bring();
          if (older.state === 'looking') {
            // Something comes, and of nobody two things at once.
            expect(brought.length).toBeGreaterThan(0);
            for (const { storages } of sources)
              expect(brought.filter((url) => url.startsWith(storages[0]!)).length).toBeLessThan(2);
          } else if (older.state === 'more') {
            expect(older.horizon - 1).toBeLessThan(reach);
            reach = older.horizon - 1;
          } else {
            const lost = sources.filter(({ how, hasMore }) => how !== 'never' && hasMore);
            for (const owner of older.lacking) expect(lost.map((each) => each.owner)).toContain(owner);
            silences += older.lacking.length;
            expect(shown).toEqual(truth.map(({ id }) => id));
            break;
          }
          steps++;
          expect(turn).toBeLessThan(1_000);
        }
      }),
      { numRuns: 40 }
    );
    // The test would be worth nothing if nobody ever had older posts, or nobody fell silent.
    expect(steps).toBeGreaterThan(100);
    expect(silences).toBeGreaterThan(3);
  }, 240_000);
});
