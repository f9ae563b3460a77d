import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from './arbitrary.testing.ts';
import { changeTo } from './change.ts';
import { Graph } from './graph.ts';
import { sameGraph } from './isomorphic.ts';
import { applyPatch } from './patch.ts';
import { iri, many, maybe, one, read, readAll, shape, text, time, write, type Of } from './shape.ts';
import { parseTurtle } from './turtle.ts';
import { AS, DCT, SIOC } from './vocab.ts';

const Letter = shape([AS.Note, SIOC.Post], {
  content: one([AS.content, SIOC.content], text),
  published: one(AS.published, time, { alsoRead: [DCT.created] }),
  subject: maybe(AS.summary, text),
  pictures: many(AS.attachment, iri)
});
type Letter = Of<typeof Letter>;

type Equal<A, B> = [A, B] extends [B, A] ? true : false;

const base = 'https://a.example/day';
const id = `${base}#l1`;
const graph = (turtle: string) =>
  new Graph(
    parseTurtle(
      `@prefix as: <${AS.Note.slice(0, -4)}>. @prefix sioc: <http://rdfs.org/sioc/ns#>. @prefix dct: <http://purl.org/dc/terms/>. ${turtle}`,
      base
    )
  );

const letters: fc.Arbitrary<Letter> = fc.record(
  {
    id: fc.constant(id),
    content: anyText,
    published: fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
    subject: anyText,
    pictures: fc.uniqueArray(fc.webUrl(), { maxLength: 3 })
  },
  { requiredKeys: ['id', 'content', 'published', 'pictures'] }
);

describe('a shape table', () => {
  it('gives the type', () => {
    const same: Equal<
      Letter,
      {
        id: string;
        content: string;
        published: Date;
        subject?: string | undefined;
        pictures: string[];
      }
    > = true;
    expect(same).toBe(true);
  });

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(letters, (letter) => {
        expect(read(Letter, new Graph(write(Letter, letter)), id)).toEqual(letter);
      })
    );
  });

  it('writes every type and every path', () => {
    const written = new Graph(write(Letter, { id, content: 'hi', published: new Date(0), pictures: [] }));
    expect(written.ofType(AS.Note)).toEqual([id]);
    expect(written.ofType(SIOC.Post)).toEqual([id]);
    expect(written.text(id, AS.content)).toBe('hi');
    expect(written.text(id, SIOC.content)).toBe('hi');
    expect(written.has(id, DCT.created)).toBe(false);
    expect(() => write(Letter, { id } as Letter)).toThrow(/"content" is required/);
  });
});

describe('reading other apps', () => {
  it('takes the second word when the first is missing, and one type of several', () => {
    const foreign = graph('<#l1> a sioc:Post; sioc:content "hi"; dct:created "2020-01-01".');
    expect(read(Letter, foreign, id)).toEqual({
      id,
      content: 'hi',
      published: new Date('2020-01-01'),
      pictures: []
    });
  });

  it('prefers the first word, but not when it is unreadable', () => {
    const both = graph(
      '<#l1> a as:Note; as:content "a"; sioc:content "b"; as:published "?"; dct:created "2020-01-01".'
    );
    expect(read(Letter, both, id)).toMatchObject({ content: 'a', published: new Date('2020-01-01') });
  });

  it('gives undefined for a missing required value, or a missing type unless asked', () => {
    expect(read(Letter, graph('<#l1> a as:Note; as:content "a".'), id)).toBeUndefined();
    const bare = graph('<#l1> as:content "a"; as:published "2020-01-01". <#l2> as:content "no date".');
    expect(read(Letter, bare, id)).toBeUndefined();
    expect(read(Letter, bare, id, { untyped: true })).toMatchObject({ content: 'a' });
    expect(readAll(Letter, bare)).toEqual([]);
    expect(readAll(Letter, bare, { untyped: true }).map((letter) => letter.id)).toEqual([id]);
  });

  it('passes over values of the wrong kind', () => {
    const odd = graph(
      '<#l1> a as:Note; as:content "a"; as:published "2020-01-01"; as:attachment "text", <p.png>, [].'
    );
    expect(read(Letter, odd, id)?.pictures).toEqual(['https://a.example/p.png']);
  });
});

describe('changeTo', () => {
  it('leads from any thing to any other, and touches nothing else', () => {
    fc.assert(
      fc.property(letters, letters, (from, to) => {
        const others = parseTurtle('<#l1> <urn:mood> "calm"; a <urn:T>. <#l2> <urn:p> 1.', base);
        const before = new Graph([...write(Letter, from), ...others]);
        const patch = changeTo(Letter, before, to);
        const after = applyPatch(before.quads, patch);
        expect(sameGraph(after, [...write(Letter, to), ...others])).toBe(true);
        // A server refuses to delete what is not there.
        expect(patch.delete.every((quad) => before.quads.includes(quad))).toBe(true);
      })
    );
  });

  it('changes nothing when nothing changed', () => {
    fc.assert(
      fc.property(letters, (letter) => {
        expect(changeTo(Letter, new Graph(write(Letter, letter)), letter)).toEqual({
          insert: [],
          delete: []
        });
      })
    );
  });
});
