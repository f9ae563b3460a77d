import { workerDesk, WorkerTrouble } from '#lib/cache/worker-desk.ts';
import type { Asked } from './engine.ts';
import { QueryProblem, type QueryProblemKind } from './query-problem.ts';
import type { Reply } from './sparql.worker.ts';
import { sparqlOver, type Sparql } from './sparql.ts';

/** Milliseconds until a query counts as endless. */
const LIMIT = 60_000;

export interface WorkerOptions {
  readonly limit?: number;
  readonly start?: () => Worker;
}

/** SPARQL beside the page. The worker (and Comunica with it) is loaded with the first question. */
export function sparqlInWorker({ limit = LIMIT, start = startWorker }: WorkerOptions = {}): Sparql {
  const desk = workerDesk<Asked, Reply>({ limit, start });
  return sparqlOver(async (asked) => {
    const reply = await desk.ask(asked).catch((error: WorkerTrouble) => {
      throw new QueryProblem(error.fault === 'slow' ? 'slow' : 'broken', error.message);
    });
    if ('found' in reply) return reply.found;
    throw new QueryProblem(reply.trouble.kind as QueryProblemKind, reply.trouble.detail);
  }, desk.stop);
}

const startWorker = () => new Worker(new URL('./sparql.worker.ts', import.meta.url), { type: 'module' });
