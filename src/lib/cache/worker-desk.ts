export interface WorkerWish {
  readonly start: () => Worker;
  /** Milliseconds until a question counts as endless. */
  readonly limit: number;
}

/** `unloadable`: the worker's own file could not be had, so nothing is known about the question. */
export type WorkerFault = 'slow' | 'broken' | 'unloadable';

/** Why a worker gave no answer. */
export class WorkerTrouble extends Error {
  constructor(
    readonly fault: WorkerFault,
    detail: string
  ) {
    super(detail);
    this.name = 'WorkerTrouble';
  }
}

/** Questions to a worker, one at a time. */
export interface WorkerDesk<Asked, Reply> {
  /** Throws WorkerTrouble, and nothing else. */
  ask(asked: Asked): Promise<Reply>;
  /** Ends the worker; the next question starts another. */
  stop(): void;
}

/**
 * Work beside the page, so that it goes on answering clicks. The worker is loaded with the first question. One that
 * crashes or takes too long fails its question, is ended (nothing else stops what runs in it), and replaced for the next.
 */
export function workerDesk<Asked, Reply>({ start, limit }: WorkerWish): WorkerDesk<Asked, Reply> {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const stop = () => {
    worker?.terminate();
    worker = undefined;
  };

  function now(asked: Asked): Promise<Reply> {
    const asking = (worker ??= start());
    return new Promise<Reply>((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        asking.onmessage = asking.onerror = asking.onmessageerror = null;
      };
      const fail = (fault: WorkerFault, detail: string) => {
        stop();
        end();
        reject(new WorkerTrouble(fault, detail));
      };
      const timer = setTimeout(() => fail('slow', `no answer within ${limit / 1000} seconds`), limit);
      asking.onmessage = ({ data }: MessageEvent<Reply>) => {
        end();
        resolve(data);
      };
      // Without a message when the file itself could not be loaded.
      asking.onerror = ({ message }) =>
        message ? fail('broken', message) : fail('unloadable', 'the worker could not be started');
      asking.onmessageerror = () => fail('broken', 'an answer could not be read');
      asking.postMessage(asked);
    });
  }

  return {
    ask(asked) {
      // In turn: what a crash or the time limit hits is the question at fault, and no other.
      const mine = last.then(() => now(asked));
      last = mine.catch(() => {}); // told to whoever asked
      return mine;
    },
    stop
  };
}
