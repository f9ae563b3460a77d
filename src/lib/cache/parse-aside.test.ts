import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { anyQuads } from '#lib/rdf/arbitrary.testing.ts';
import { sameGraph } from '#lib/rdf/isomorphic.ts';
import { writeTurtle } from '#lib/rdf/turtle.ts';
import { asideReader } from './parse-aside.ts';
import { answerOf, type ParseAsked } from './parse-answer.ts';
import { parseHere } from './parse-here.ts';
import { isLarge, parsed, parsedSoon } from './parsed.ts';
import { workers, type WorkerEnd } from './workers.testing.ts';

const A = 'https://anna.example/a';
const GOOD = '<#1> <p:p> "x", "y"@de, 3; <p:q> [ <p:r> _:b ].';

const answered = (asked: ParseAsked): WorkerEnd => ({ data: answerOf(asked) });

describe('reading beside the page', () => {
  it('finds what reading here finds, terms, nameless nodes and faults', async () => {
    const read = asideReader(workers(answered));
    for (const turtle of [GOOD, '', '<a> <b> .', `<a> <b> ${'['.repeat(100_000)}`])
      expect(await read(turtle, A)).toEqual(parseHere(turtle, A));
    await fc.assert(
      fc.asyncProperty(anyQuads, async (quads) => {
        const turtle = writeTurtle(quads, A);
        const { quads: found, broken } = await read(turtle, A);
        expect(broken).toBeUndefined();
        expect(sameGraph(found, parseHere(turtle, A).quads)).toBe(true);
      }),
      { numRuns: 50 }
    );
  });

  it('starts a worker with the first document and ends it with the last', async () => {
    const { all, start } = workers(answered);
    const read = asideReader({ start });
    expect(all).toHaveLength(0);
    await Promise.all([read(GOOD, A), read(GOOD, `${A}2`)]);
    expect(all).toEqual([expect.objectContaining({ terminated: true })]);
    await read(GOOD, A);
    expect(all).toHaveLength(2);
  });

  it.each(['crash', 'gibberish'] as const)(
    'a document that ends in a %s cannot be read, the next one can',
    async (how) => {
      const { start } = workers<ParseAsked>((asked, number) => (number === 0 ? how : answered(asked)));
      const read = asideReader({ start });
      const [bad, good] = await Promise.all([read(GOOD, A), read(GOOD, A)]);
      expect(bad.broken).toMatch(/too large or too slow to read/);
      expect(good.quads).toHaveLength(5);
    }
  );

  it('a document without an end is ended after its time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { all, start } = workers<ParseAsked>((asked, number) =>
        number === 0 ? 'nothing' : answered(asked)
      );
      const read = asideReader({ start, limit: 5_000 });
      const bad = read(GOOD, A);
      const good = read(GOOD, A);
      await vi.advanceTimersByTimeAsync(5_000);
      expect((await bad).broken).toMatch(/too slow/);
      expect(all[0]?.terminated).toBe(true);
      expect((await good).quads).toHaveLength(5);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is done here when the worker’s own file cannot be had: that says nothing about the document', async () => {
    const { start } = workers(() => 'unloadable');
    expect(await asideReader({ start })(GOOD, A)).toEqual(parseHere(GOOD, A));
  });
});

describe('what is read where', () => {
  const long = (name: string) => `<#1> <p:p> "${'x'.repeat(200_000)} ${name}".`;

  it('small here, large beside, and each text once', async () => {
    const aside = vi.fn(async (turtle: string, url: string) => parseHere(turtle, url));
    await parsedSoon(GOOD, `${A}/small`, aside);
    expect(aside).not.toHaveBeenCalled();
    expect(isLarge(long('1'))).toBe(true);
    const first = await parsedSoon(long('1'), `${A}/large`, aside);
    expect(await parsedSoon(long('1'), `${A}/large`, aside)).toBe(first);
    expect(parsed(long('1'), `${A}/large`)).toBe(first);
    expect(aside).toHaveBeenCalledTimes(1);
    await parsedSoon(long('2'), `${A}/large`, aside);
    expect(aside).toHaveBeenCalledTimes(2);
  });
});
