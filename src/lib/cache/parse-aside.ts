import { unpack } from './packed-quads.ts';
import type { ParseAnswer, ParseAsked } from './parse-answer.ts';
import { parseHere, type Parsed } from './parse-here.ts';
import { workerDesk, WorkerTrouble } from './worker-desk.ts';

/** Milliseconds. The largest document a space may send takes less than one second on a slow machine. */
const LIMIT = 5_000;

export interface AsideOptions {
  readonly limit?: number;
  readonly start?: () => Worker;
}

/**
 * A reader of documents in a worker, in turn, that is ended with the last of them. What takes longer than the limit,
 * or more memory than there is, counts as a document that cannot be read.
 */
export function asideReader({ limit = LIMIT, start = startWorker }: AsideOptions = {}) {
  const desk = workerDesk<ParseAsked, ParseAnswer>({ limit, start });
  let asked = 0;
  return async (turtle: string, url: string): Promise<Parsed> => {
    asked++;
    try {
      const answer = await desk.ask({ turtle, url });
      return 'broken' in answer ? { quads: [], broken: answer.broken } : { quads: unpack(answer) };
    } catch (error) {
      if (!(error instanceof WorkerTrouble)) throw error;
      // That our own file cannot be had is not the document's fault.
      if (error.fault === 'unloadable') return parseHere(turtle, url);
      return { quads: [], broken: `${url}: too large or too slow to read (${error.message})` };
    } finally {
      if (--asked === 0) desk.stop();
    }
  };
}

const startWorker = () => new Worker(new URL('./parse.worker.ts', import.meta.url), { type: 'module' });

/** The page's one reader; on this thread where there are no workers (Node). */
export const parseAside: (turtle: string, url: string) => Promise<Parsed> =
  typeof Worker === 'undefined' ? async (turtle, url) => parseHere(turtle, url) : asideReader();
