import type { Asked, Found } from './engine.ts';
import { QueryProblem, type QueryProblemKind } from './query-problem.ts';
import type { Reply } from './sparql.worker.ts';
import { sparqlOver, type Sparql } from './sparql.ts';

/** Milliseconds until a query counts as endless. */
const LIMIT = 60_000;

export interface WorkerOptions {
  readonly limit?: number;
  readonly start?: () => Worker;
}

/**
 * SPARQL beside the page, so that it goes on answering clicks. The worker (and Comunica with it) is loaded with the
 * first question. One that crashes or takes too long fails its question and is replaced for the next.
 */
export function sparqlInWorker({ limit = LIMIT, start = startWorker }: WorkerOptions = {}): Sparql {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const stop = () => {
    worker?.terminate();
    worker = undefined;
  };

  function ask(asked: Asked): Promise<readonly Found[]> {
    const asking = (worker ??= start());
    return new Promise<readonly Found[]>((resolve, reject) => {
      const fail = (kind: QueryProblemKind, detail: string) => {
        stop();
        end(() => reject(new QueryProblem(kind, detail)));
      };
      const timer = setTimeout(() => fail('slow', `no answer within ${limit / 1000} seconds`), limit);
      const end = (how: () => void) => {
        clearTimeout(timer);
        asking.onmessage = asking.onerror = asking.onmessageerror = null;
        how();
      };
      asking.onmessage = ({ data }: MessageEvent<Reply>) => {
        if ('found' in data) return end(() => resolve(data.found));
        const { kind, detail } = data.trouble;
        end(() => reject(new QueryProblem(kind as QueryProblemKind, detail)));
      };
      // Without a message when the file itself could not be loaded.
      asking.onerror = (event) => fail('broken', event.message || 'the worker could not be started');
      asking.onmessageerror = () => fail('broken', 'an answer could not be read');
      asking.postMessage(asked);
    });
  }

  return sparqlOver((asked) => {
    // In turn: what a crash or the time limit hits is the question at fault, and no other.
    const mine = last.then(() => ask(asked));
    last = mine.catch(() => {}); // told to whoever asked
    return mine;
  }, stop);
}

const startWorker = () => new Worker(new URL('./sparql.worker.ts', import.meta.url), { type: 'module' });
