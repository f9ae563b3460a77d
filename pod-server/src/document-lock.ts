import type { ReadWriteLocker, ResourceIdentifier } from '@solid/community-server';

interface State {
  readers: number;
  writing: boolean;
  waiting: { write: boolean; go: () => void }[];
}

/**
 * Many readers or one writer per document, in memory. This server is one process, so nothing on disk is needed: the
 * stock locks are folders, made and removed for every read, and asked for again every 50 ms when they are taken.
 *
 * As in stock, a reader does not queue behind a waiting writer while others read: a request may read a document
 * twice at a time (itself and its access rules share a lock), and would wait for itself.
 */
export class DocumentLock implements ReadWriteLocker {
  private readonly states = new Map<string, State>();

  readonly withReadLock = <T>(document: ResourceIdentifier, whileLocked: () => T | Promise<T>): Promise<T> =>
    this.locked(document.path, false, whileLocked);

  readonly withWriteLock = <T>(document: ResourceIdentifier, whileLocked: () => T | Promise<T>): Promise<T> =>
    this.locked(document.path, true, whileLocked);

  private async locked<T>(path: string, write: boolean, whileLocked: () => T | Promise<T>): Promise<T> {
    const state = this.states.get(path) ?? { readers: 0, writing: false, waiting: [] };
    this.states.set(path, state);
    if (state.writing || (write && state.readers > 0)) {
      await new Promise<void>((go) => state.waiting.push({ write, go }));
    } else {
      enter(state, write);
    }
    try {
      return await whileLocked();
    } finally {
      if (write) state.writing = false;
      else state.readers--;
      if (!letNextIn(state)) this.states.delete(path);
    }
  }
}

function enter(state: State, write: boolean): void {
  if (write) state.writing = true;
  else state.readers++;
}

/** Lets in the one who waited longest and, if that is a reader, every other reader. False: nobody is left. */
function letNextIn(state: State): boolean {
  if (state.readers > 0) return true;
  const [first] = state.waiting;
  if (!first) return false;
  const next = first.write ? [first] : state.waiting.filter(({ write }) => !write);
  state.waiting = state.waiting.filter((waiter) => !next.includes(waiter));
  for (const { write, go } of next) {
    enter(state, write);
    go();
  }
  return true;
}
