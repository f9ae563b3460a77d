import { describe, expect, it, vi } from 'vitest';
import { workers, type WorkerEnd } from '#lib/cache/workers.testing.ts';
import { parseTurtle } from '#lib/rdf/turtle.ts';
import { run, type Asked } from './engine.ts';
import { sparqlInWorker } from './sparql-in-worker.ts';
import { troubleOf } from './trouble.ts';

const A = 'https://anna.example/a';
const documents = [{ url: A, quads: parseTurtle('<#1> <p:p> "x".', A) }];
const Q = 'SELECT ?o { ?s ?p ?o }';

const answered = async (asked: Asked): Promise<WorkerEnd> => ({
  data: await run(asked).then(
    (found) => ({ found }),
    (error: unknown) => ({ trouble: troubleOf(error) })
  )
});

describe('SPARQL in a worker', () => {
  it('starts with the first question and answers all of them', async () => {
    const { all, start } = workers(answered);
    const sparql = sparqlInWorker({ start });
    expect(all).toHaveLength(0);
    const answers = await Promise.all([
      sparql.ask(Q, documents),
      sparql.ask(`${Q} LIMIT 1`, documents),
      sparql.ask(Q, [])
    ]);
    const row = { o: { type: 'literal', value: 'x', datatype: 'http://www.w3.org/2001/XMLSchema#string' } };
    expect(answers).toEqual([[row], [row], []]);
    expect(all).toHaveLength(1);
    sparql.close();
    expect(all[0]?.terminated).toBe(true);
  });

  it('a question that cannot be asked fails alone', async () => {
    const { all, start } = workers(answered);
    const sparql = sparqlInWorker({ start });
    const [bad, good] = await Promise.allSettled([
      sparql.ask('nonsense', documents),
      sparql.ask(Q, documents)
    ]);
    expect(bad).toMatchObject({ reason: { problem: { kind: 'query' } } });
    expect(good.status).toBe('fulfilled');
    expect(all).toHaveLength(1);
  });

  it.each(['crash', 'gibberish'] as const)(
    'one that ends in a %s fails, and the next gets a new worker',
    async (how) => {
      const { all, start } = workers<Asked>((asked, number) => (number === 0 ? how : answered(asked)));
      const sparql = sparqlInWorker({ start });
      const [bad, good] = await Promise.allSettled([sparql.ask(Q, documents), sparql.ask(Q, documents)]);
      expect(bad).toMatchObject({ reason: { problem: { kind: 'broken' } } });
      expect(good.status).toBe('fulfilled');
      expect(all.map(({ terminated }) => terminated)).toEqual([true, false]);
    }
  );

  it('one without an end is ended', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { all, start } = workers<Asked>((asked, number) => (number === 0 ? 'nothing' : answered(asked)));
      const sparql = sparqlInWorker({ start, limit: 5_000 });
      const bad = expect(sparql.ask(Q, documents)).rejects.toMatchObject({ problem: { kind: 'slow' } });
      await vi.advanceTimersByTimeAsync(5_000);
      await bad;
      expect(all[0]?.terminated).toBe(true);
      await expect(sparql.ask(Q, documents)).resolves.toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });
});
