/** Gathers what comes in while `work` is busy, and gives it all of that together the next time. */
export function batch<T>(work: (items: readonly T[]) => Promise<void>): (item: T) => Promise<void> {
  let waiting: T[] = [];
  let current: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  return (item) => {
    waiting.push(item);
    next ??= current
      .catch(() => {}) // told to those who gave it
      .then(() => {
        const items = waiting;
        waiting = [];
        next = undefined;
        return (current = work(items));
      });
    return next;
  };
}
