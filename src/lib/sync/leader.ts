/**
 * Calls `start` once this tab leads (Web Locks, 2.1: one holder a name, the next in line when that one ends or dies),
 * so that two tabs never send the same entry. Without a name or without locks (Node) it leads at once.
 * Answers the way to stop leading or waiting.
 */
export function lead(name: string | undefined, start: () => void): () => void {
  const locks = globalThis.navigator?.locks;
  if (name === undefined || !locks) {
    start();
    return () => {};
  }
  const waiting = new AbortController();
  let release = () => {};
  locks
    .request(name, { signal: waiting.signal }, () => {
      start();
      return new Promise<void>((resolve) => (release = resolve));
    })
    .catch((error: unknown) => {
      if (!waiting.signal.aborted) throw error;
    });
  return () => {
    waiting.abort();
    release();
  };
}
